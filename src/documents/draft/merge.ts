/**
 * The draft as it stands in the workbook, brought up to date with the consolidation. What the office has typed is kept as it is;
 * where the words it was typed for have changed since, it is kept and flagged.
 */
import { fingerprint } from '../../domain/fingerprint.ts';
import type { DraftRow } from '../../workbook/draft.ts';
import { DRAFT_SECTIONS, type DraftSection, type DraftSource, type ReportContent } from './content.ts';
import { FIGURES, OVERVIEW } from './sources.ts';

/** What 提示 says of a row. A person who empties the cell, or edits the text again, has dealt with it. */
const DRAFT_NOTES = {
  changed: '▲ 原文已变，请核对报告用文字',
  gone: '▲ 原文已撤回，本行未写入报告',
  repeated: '▲ 与上面的行重复，本行未写入报告',
  noSection: '▲ “部分”认不出，本行未写入报告',
} as const;

/** What must be written for the sheet to hold the draft. */
export interface DraftUpdate {
  /** Of every standing row of the month, what the script writes there. */
  readonly standing: readonly (Pick<DraftRow, 'row' | 'source' | 'note' | 'part' | 'mark'> & {
    /** What a person typed over the source's words, to be kept as the edited text; `null` where there is nothing of the kind. */
    readonly rescued: string | null;
  })[];
  readonly added: readonly Omit<DraftRow, 'row'>[];
  /** The report's words as edited. */
  readonly content: ReportContent;
  /** Rows a person should look at before the report goes: their notes, with the department or subject. */
  readonly flagged: readonly { readonly task: string; readonly subject: string; readonly note: string }[];
}

interface Entry {
  readonly section: DraftSection;
  readonly task: string;
  readonly subject: string;
  readonly text: string;
  /** Written by the office on a row of its own. */
  readonly own: boolean;
}

export function mergeDraft(rows: readonly DraftRow[], sources: readonly DraftSource[]): DraftUpdate {
  const wanted = new Map(sources.map((source) => [keyOf(source), source]));
  const taken = new Map<string, DraftRow>();
  const standing: DraftUpdate['standing'][number][] = [];
  const own: Entry[] = [];
  const flagged: DraftUpdate['flagged'][number][] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const source = wanted.get(key);
    let updated: DraftUpdate['standing'][number];
    if (row.mark === '') {
      updated = { ...row, note: '', rescued: null };
      const section = sectionOf(row.section);
      const text = row.edited === '' ? row.source : row.edited;
      if (section === null && text !== '') updated = { ...updated, note: DRAFT_NOTES.noSection };
      else if (section !== null && text !== '' && row.use)
        own.push({ section, task: row.task, subject: row.subject, text, own: true });
    } else if (source === undefined) updated = { ...row, note: DRAFT_NOTES.gone, rescued: null };
    else if (taken.has(key)) updated = { ...row, note: DRAFT_NOTES.repeated, rescued: null };
    else {
      updated = broughtUp(row, source);
      taken.set(key, updated.rescued === null ? row : { ...row, edited: updated.rescued });
    }
    standing.push(updated);
    if (updated.note !== '') flagged.push({ task: row.task, subject: row.subject, note: updated.note });
  }
  const added = sources
    .filter((source) => !taken.has(keyOf(source)))
    .map((source) => ({
      ...source,
      edited: '',
      use: true,
      note: '',
      source: source.text,
      mark: markOf(source.text, '', source.text),
    }));
  const entries = [...joined(sources, taken), ...own];
  return { standing, added, content: contentOf(entries), flagged };
}

const keyOf = ({
  section,
  task,
  subject,
  part,
}: {
  section: string;
  task: string;
  subject: string;
  part: number;
}): string => JSON.stringify([section.trim(), task.trim(), subject.trim(), part]);

/** Of the words alone: a cell may give back spaces and invisible characters changed. */
const printOf = (text: string): string => fingerprint(text.replace(/[\s\p{C}]+/gu, ''));

/**
 * What a row remembers: the words its edit was made for, the edit, and the words it showed last. An edit that is no longer the
 * one remembered was made for the words shown, and so was one whose flag a person has wiped away.
 */
function broughtUp(row: DraftRow, { text, part }: DraftSource): DraftUpdate['standing'][number] {
  const [editedFor, edit, shown] = row.mark.split('.');
  const typedOver = printOf(row.source) !== shown && row.source !== '' && printOf(row.source) !== printOf(text);
  const rescued = typedOver ? (row.edited === '' ? row.source : `${row.edited}\n${row.source}`) : null;
  const edited = rescued ?? row.edited;
  if (edited === '') return { ...row, part, source: text, note: '', mark: markOf(text, '', text), rescued };
  const isFresh = printOf(edited) !== edit;
  const isAccepted = row.note === '' && editedFor !== shown;
  const basis = isFresh || isAccepted ? shown : editedFor;
  const note = basis === printOf(text) ? '' : DRAFT_NOTES.changed;
  return { ...row, part, source: text, note, mark: [basis, printOf(edited), printOf(text)].join('.'), rescued };
}

const markOf = (editedFor: string, edit: string, shown: string): string =>
  [editedFor, edit, shown].map(printOf).join('.');

/** People write the section's name, or its number alone. */
function sectionOf(typed: string): DraftSection | null {
  const text = typed.normalize('NFKC').replace(/\s+/g, '');
  if (text === '') return null;
  return (
    DRAFT_SECTIONS.find((section) => section === typed || section.startsWith(text) || section.includes(text)) ?? null
  );
}

/** The paragraphs in the order of the consolidation, pieces of one put together again. */
function joined(sources: readonly DraftSource[], taken: ReadonlyMap<string, DraftRow>): Entry[] {
  const entries: Entry[] = [];
  for (const source of sources) {
    const row = taken.get(keyOf(source));
    if (row && !row.use) continue;
    const text = row && row.edited !== '' ? row.edited : source.text;
    const last = entries[entries.length - 1];
    const continues =
      source.part > 1 &&
      last?.section === source.section &&
      last.task === source.task &&
      last.subject === source.subject;
    if (continues && last) entries[entries.length - 1] = { ...last, text: last.text + text };
    else entries.push({ section: source.section, task: source.task, subject: source.subject, text, own: false });
  }
  return entries;
}

function contentOf(entries: readonly Entry[]): ReportContent {
  const of = (section: DraftSection) => entries.filter((entry) => entry.section === section);
  const lines = (entry: Entry) => entry.text.split('\n').filter((line) => line.trim() !== '');
  const work = of('一、工作开展情况');
  const labels = [...new Set(work.map(({ task }) => task))].filter((label) => label !== '');
  return {
    introduction: of('引言').flatMap(lines),
    overview: work.filter(({ task }) => task === '').flatMap(lines),
    tasks: labels.map((label) => ({
      label,
      paragraphs: work.filter(({ task }) => task === label).flatMap(spoken),
    })),
    problems: of('二、存在问题').flatMap(lines),
    next: of('三、下步打算').flatMap(lines),
  };

  /** A department's words under its name; figures and what the office wrote itself as they are. */
  function spoken(entry: Entry): string[] {
    const isDepartment = !entry.own && entry.subject !== OVERVIEW && entry.subject !== FIGURES;
    return lines(entry).map((line, at) => (at === 0 && isDepartment ? `${entry.subject}：${line}` : line));
  }
}
