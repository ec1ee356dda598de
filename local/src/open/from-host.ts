/** What the host's thread tells the server's. */
import type { MenuItem } from '../host.ts';
import type { Appearance } from '../services/ui/state.ts';
import type { BookChange, Outcome, Place, Question, Saving, Seat } from './wire.ts';

export type FromHost =
  | ({ readonly kind: 'ready'; readonly title: string; readonly restored: readonly string[] } & Seat)
  | ({ readonly kind: 'seat' } & Seat)
  | { readonly kind: 'book'; readonly change: BookChange }
  | { readonly kind: 'front'; readonly front: Place }
  | { readonly kind: 'menus'; readonly menus: readonly MenuItem[] }
  | { readonly kind: 'question'; readonly question: Omit<Question, 'id'> | null }
  | { readonly kind: 'appearance'; readonly appearance: Appearance }
  | { readonly kind: 'saving'; readonly saving: Saving }
  | { readonly kind: 'trouble'; readonly message: string }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: 'ended' };
