/** A call from a page or the command line: the request is checked, carried out, and a refusal put into words. */
import type * as z from 'zod/mini';
import { boundary, request } from '../office/boundary.ts';

/** A function with what it is asked. */
export interface Endpoint<Schema extends z.ZodMiniType = z.ZodMiniType, Reply = unknown> {
  asks(): Schema;
  does(asked: z.output<Schema>): Reply;
  /** Done, it may leave the spreadsheet with more to offer: the menu is made anew. */
  readonly renewsMenu?: true;
}

export function answered({ asks, does, renewsMenu }: Endpoint, input: unknown, renewMenu: () => void): unknown {
  return boundary(() => {
    const reply = does(request(asks(), input));
    if (renewsMenu) renewMenu();
    return reply;
  });
}
