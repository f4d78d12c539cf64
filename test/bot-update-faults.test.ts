import { describeFaults } from './support/bot-faults.ts';
import { RUN_SCENARIOS, UPDATE_SCENARIOS } from './support/bot-run-scenarios.ts';

describeFaults(UPDATE_SCENARIOS, RUN_SCENARIOS);
