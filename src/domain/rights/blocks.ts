/** Who may write which rows: rows below each other with the same owner are one block, so that guards stay few. */

/** A department by its index; the office alone; or `anybody`, for a row whose owner cannot be told. */
export type Owner = number | 'office' | 'anybody';

export interface Block {
  /** Indices of the first and the last row. */
  readonly from: number;
  readonly to: number;
  readonly owner: number | 'office';
}

/** Rows that are open to every editor belong to no block. */
export function blocksOf(owners: readonly Owner[]): Block[] {
  const blocks: Block[] = [];
  owners.forEach((owner, index) => {
    if (owner === 'anybody') return;
    const last = blocks[blocks.length - 1];
    if (last && last.owner === owner && last.to === index - 1) blocks[blocks.length - 1] = { ...last, to: index };
    else blocks.push({ from: index, to: index, owner });
  });
  return blocks;
}
