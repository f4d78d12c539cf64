import { COMMAND_SCENARIOS } from '../../../support/bot/bot-command-scenarios.ts';
import { describeFaults } from '../../../support/bot/bot-faults.ts';
import { REPORT_SCENARIOS } from '../../../support/bot/bot-report-scenarios.ts';
import { RUN_SCENARIOS, UPDATE_SCENARIOS } from '../../../support/bot/bot-run-scenarios.ts';

describeFaults(COMMAND_SCENARIOS, [...RUN_SCENARIOS, ...UPDATE_SCENARIOS, ...REPORT_SCENARIOS]);
