import { describeFaults } from '../../../support/bot/bot-faults.ts';
import { REPORT_SCENARIOS } from '../../../support/bot/bot-report-scenarios.ts';
import { RUN_SCENARIOS, UPDATE_SCENARIOS } from '../../../support/bot/bot-run-scenarios.ts';

describeFaults(REPORT_SCENARIOS, [...RUN_SCENARIOS, ...UPDATE_SCENARIOS]);
