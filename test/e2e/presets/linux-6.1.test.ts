import { describe } from 'vitest';
import { describePresets } from '../../support/kernel/describe-presets.ts';

describe('presets on Linux 6.1', () => describePresets('6.1'));
