/** What a finding says besides where it is. */
import type { Finding } from '../../src/domain/finding.ts';

export function saidBy({ code: _, sheet: __, rows: ___, column: ____, found: _____, ...said }: Finding): object {
  return said;
}
