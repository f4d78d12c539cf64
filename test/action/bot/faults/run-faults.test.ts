import { describeFaults } from '../../../support/bot/bot-faults.ts';
import { RUN_SCENARIOS } from '../../../support/bot/bot-run-scenarios.ts';

describeFaults(RUN_SCENARIOS);
