import { describeFaults } from './support/bot-faults.ts';
import { RUN_SCENARIOS } from './support/bot-run-scenarios.ts';

describeFaults(RUN_SCENARIOS);
