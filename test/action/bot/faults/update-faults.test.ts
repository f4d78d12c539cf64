import { describeFaults } from '../../../support/bot/bot-faults.ts';
import { RUN_SCENARIOS, UPDATE_SCENARIOS } from '../../../support/bot/bot-run-scenarios.ts';

describeFaults(UPDATE_SCENARIOS, RUN_SCENARIOS);
