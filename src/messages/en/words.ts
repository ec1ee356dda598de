/** Roles and statuses in English. */
import type { Messages } from '../messages.ts';

export const roles: Messages['roles'] = { lead: 'lead', responsible: 'responsible', support: 'support' };

export const statuses: Messages['statuses'] = {
  missing: 'missing',
  draft: 'draft',
  submitted: 'submitted',
  late: 'late',
  returned: 'returned',
  accepted: 'accepted',
  nil: 'nil return',
  exempt: 'exempt',
};
