/** What the board needs of the script's answer. */
import * as z from 'zod/mini';

const count = () => z.number();
export const boardShape = z.object({
  period: z.string(),
  months: z.array(z.string()),
  lastDay: z.string(),
  isOver: z.boolean(),
  tally: z.object({
    due: count(),
    handedIn: count(),
    onTime: count(),
    late: count(),
    missing: count(),
    draft: count(),
    returned: count(),
  }),
  tasks: z.array(z.object({ no: z.string(), title: z.string() })),
  departments: z.array(z.string()),
  duties: z.array(
    z.object({
      task: count(),
      department: count(),
      role: z.enum(['lead', 'responsible', 'support']),
      status: z.enum(['missing', 'draft', 'submitted', 'late', 'returned', 'accepted', 'nil', 'exempt']),
      daysLate: count(),
      row: z.nullable(count()),
      known: z.string(),
    }),
  ),
  sheet: z.string(),
  findings: z.array(
    z.object({
      message: z.string(),
      place: z.nullable(
        z.object({ sheet: z.string(), row: count(), column: z.optional(count()), known: z.optional(z.string()) }),
      ),
    }),
  ),
  findingCount: count(),
  done: z.object({
    prepared: z.boolean(),
    reminded: z.nullable(z.string()),
    unreviewed: count(),
    consolidated: z.boolean(),
    drafted: z.boolean(),
    sent: count(),
    frozen: z.boolean(),
  }),
  lastRun: z.nullable(
    z.object({
      time: z.string(),
      isWhole: z.boolean(),
      lines: z.array(z.string()),
      hoursSilent: z.nullable(count()),
    }),
  ),
});
export type Board = z.output<typeof boardShape>;
