/**
 * Who answers, where a plan bears no labels at all and only its sentences say it: 由综合科负责修订制度；安全科牵头，各科室配合，每月
 * 检查. Read only where nothing else was found, and always told of: a sentence that names a unit need not give it a duty.
 */
import { type Assignment, blankAssignment, merge, namesSomebody, take } from './assignment.ts';
import { sentenceAssignment } from './sentence.ts';
import { splitUnits } from './units.ts';

/** A unit at the beginning, what it does, and to what. */
const SUBJECT = /^由?([^，,。；;：:]{2,60}?)(牵头|主办|负责|承办)(?:组织|负责|落实|做好)?[^，,]/;

/** What the sentences of a paragraph say; `null` where none begins with units that lead, answer or support. */
export function proseAssignment(paragraph: string): Assignment | null {
  const made = blankAssignment();
  for (const sentence of paragraph.split(/[。；;\n]/)) {
    const read = byClauses(sentence) ?? bySubject(sentence);
    if (read) merge(made, read);
  }
  return namesSomebody(made) ? made : null;
}

/** Who answers for a task is said in fewer clauses. */
const MOST_CLAUSES = 30;

/** The longest run of clauses from the beginning that each end with what their units do. */
function byClauses(sentence: string): Assignment | null {
  const clauses = sentence.split(/[，,]/, MOST_CLAUSES);
  for (let count = clauses.length; count > 0; count -= 1) {
    const read = sentenceAssignment(clauses.slice(0, count).join('，'));
    if (read?.byVerb) return read;
  }
  return null;
}

function bySubject(sentence: string): Assignment | null {
  for (const clause of sentence.split(/[，,]/)) {
    const [, who = '', verb] = SUBJECT.exec(clause) ?? [];
    const units = splitUnits(who);
    if (units.length === 0 || !units.every(({ sure }) => sure)) continue;
    const made = blankAssignment();
    for (const unit of units) take(made, verb === '牵头' || verb === '主办' ? 'lead' : 'responsible', unit);
    return made;
  }
  return null;
}
