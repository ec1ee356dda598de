/** 角色和状态的中文词。 */
import type { Messages } from '../messages.ts';

export const roles: Messages['roles'] = { lead: '牵头', responsible: '责任', support: '配合' };

export const statuses: Messages['statuses'] = {
  missing: '缺报',
  draft: '草稿',
  submitted: '已报',
  late: '迟报',
  returned: '退回',
  accepted: '通过',
  nil: '零报告',
  exempt: '免报',
};
