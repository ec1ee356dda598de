/** 更新填报权限: each department may write its own rows and nothing else; what is accepted or closed, only the office. */

import { frozenPeriods } from '../../office/frozen.ts';
import { putUpGuards, type RightsReply } from '../../office/guards.ts';
import { locked } from '../../office/locked.ts';
import { type Outcome, readOffice } from '../../office/office.ts';

/** @throws Refusal whatever readOffice refuses */
export function refreshRights(): Outcome<RightsReply> {
  return locked((book) => {
    const office = readOffice(book);
    return putUpGuards(office, frozenPeriods(office));
  });
}
