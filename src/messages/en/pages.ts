/** The words of the pages in English. */
import type {
  BoardWords,
  CommonWords,
  DocumentsWords,
  PlanWords,
  PreviewWords,
  RemindWords,
  ReviewWords,
  SettingsWords,
  SetUpWords,
} from '../pages.ts';
import { roles, statuses } from './words.ts';

export const common: CommonWords = {
  working: 'Working…',
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  mismatch: 'This page and the script are of different versions. Close it, reload the spreadsheet, and open it again.',
};

export const board: BoardWords = {
  month: 'Month',
  refresh: 'Refresh',
  loading: 'Reading…',
  lastDay: ({ day, isOver }) => (isOver ? `Was due by ${day}` : `Due by ${day}, that day included`),
  counts: { due: 'Due', handedIn: 'In', onTime: 'On time', late: 'Late', owed: 'Missing' },
  handedInOf: ({ handedIn, due }) => `${handedIn} of ${due} handed in`,
  steps: 'Steps of the month',
  stepNames: {
    prepare: 'Prepare month',
    remind: 'Remind',
    review: 'Review',
    consolidate: 'Consolidate',
    documents: 'Make documents',
    send: 'Preview and send',
  },
  stepNotes: {
    waiting: (rows) => `${rows} without a row`,
    owed: (count, reminded) => `${count} owed${reminded === null ? '' : `, reminded ${reminded.slice(5)}`}`,
    unreviewed: (count) => `${count} row(s) to look at`,
    sent: (count) => `sent to ${count}`,
  },
  stepStates: { done: 'done', next: 'next', open: 'to do' },
  run: 'Run',
  runAgain: 'Again',
  open: 'Open',
  archived: 'The report of this month has left and is archived.',
  waitingForReturns: 'Departments were reminded: wait for their returns.',
  running: (step) => `${step}…`,
  grid: 'Departments × tasks',
  gridHelp: 'Arrow keys move, Enter goes to the row.',
  department: 'Department',
  task: (no) => `Task ${no}`,
  legend: 'Legend',
  roles,
  statuses,
  waiting: 'waiting',
  daysLate: (days) => `${days} day(s) late`,
  daysOverdue: (days) => `${days} day(s) overdue`,
  noDuty: 'no duty',
  comma: ', ',
  toRow: 'Go to the row',
  noRow: 'No row was prepared for this one: run “Prepare month” first.',
  owed: 'Who owes what',
  nobodyOwes: 'Nobody owes anything.',
  owedBy: ({ department, count }) => `${department}: ${count}`,
  findings: 'Please look at',
  findingsCount: (count) => `${count} problem(s)`,
  moreFindings: 'The others stand at the end of the consolidation’s sheet.',
  noFindings: 'No problems found.',
  nothingDue: 'No department has to report in this month.',
  lastRun: 'Hourly run',
  noRunYet:
    'It has not run yet. Run “Check and repair” to install its trigger; on this machine, let the system call run … everyHour every hour.',
  runStates: { whole: 'all is well', troubled: 'there is something to do' },
  runSilent: (hours) => `It has not run for ${hours} hours: look at the trigger, or at the scheduled job.`,
};

export const plan: PlanWords = {
  paste: 'Paste the whole text of the plan here; a table copied from Word or Excel will do too',
  year: 'Year',
  parse: 'Read',
  confirm: 'Confirm and set up',
  back: 'Back to the text',
  tasks: 'Tasks',
  counts: ({ tasks, departments, duties, phases, reports }) =>
    `${tasks} tasks · ${departments} departments · ${duties} duties · ${phases} phases · ${reports} returns`,
  correct:
    'Nothing has been written yet. Titles and departments can be changed right here, several departments separated by 、; untick what is no task.',
  phases: 'Phases',
  reports: 'Returns',
  findings: 'Please look at these',
  noFindings: 'Nothing doubtful was found.',
  use: 'Take',
  no: 'No.',
  task: 'Task',
  lead: 'Lead',
  responsible: 'Responsible',
  joint: 'Support',
  due: 'Due',
  unit: 'Department (renaming it changes every task)',
  renamed: ({ from, to }) => `“${from}” is “${to}” everywhere now.`,
  yearly: 'Put yearly returns (such as work plans) into the matrix too',
};

export const setUp: SetUpWords = {
  steps: ['Plan', 'Departments', 'Settings'],
  step: ({ step, of, name }) => `Step ${step} of ${of}: ${name}`,
  planHelp:
    'The plan says which tasks there are and who leads and answers for them; the workbook is made from it. Without one at hand, import it later.',
  skipPlan: 'No plan, skip this',
  departmentsHelp:
    'Look through the departments and add contacts and mail addresses; what is lacking can be filled in later in 部门. A block copied from Excel can be pasted into any cell, with or without its headings.',
  departments: {
    name: 'Department',
    aliases: 'Aliases',
    contact: 'Contact',
    mail: 'Mail',
    head: 'Head',
    headMail: 'Head’s mail',
    leader: 'Leader',
    leaderMail: 'Leader’s mail',
    archivist: 'Archivist',
  },
  addDepartment: 'Add a row',
  removeDepartment: (name) => `Remove this row: ${name === '' ? 'blank' : name}`,
  pasted: (rows) => `${rows} row(s) pasted.`,
  cell: ({ row, column }) => `Row ${row}, ${column}`,
  settingsHelp: 'What the plan says is filled in. Only the year is needed; all can be changed later in 设置.',
  create: 'Set up the workbook',
};

export const settings: SettingsWords = {
  groups: {
    unit: 'Unit',
    deadline: 'Deadline and returns',
    upward: 'Report upward',
    reminders: 'Reminders',
    others: 'Accounts and language',
  },
  help: 'Saved into the sheet 设置: both are the same.',
  save: 'Save',
  unusable: 'This value cannot be used.',
  faults: (count) => `${count} value(s) cannot be used and nothing was saved: see those marked.`,
  changed: (labels) => `Changed: ${labels.join(', ')}.`,
};

export const review: ReviewWords = {
  heading: ({ department, task }) => `${department} · ${task}`,
  place: ({ row, waiting }) => `Row ${row} · ${waiting} more row(s) to look at`,
  nothing: 'No return waits to be looked at.',
  fields: {
    period: 'Month',
    deadline: 'Due',
    submitter: 'By',
    time: 'At',
    count: 'Count',
    people: 'People',
    review: 'Review',
    hint: 'Hint',
  },
  text: 'Text',
  noText: 'No text.',
  links: 'Links',
  noLinks: 'No links.',
  opensNew: 'opens in a new window',
  reason: 'Reason',
  reasonHelp: 'Needed to send it back: what to add or change. The department sees it in 退回原因.',
  reasonMissing: 'Please write down the reason first.',
  accept: 'Accept',
  return: 'Send back',
  previous: 'Previous',
  following: 'Next',
  toRow: 'Go to the row',
};

export const preview: PreviewWords = {
  recipients: 'To',
  subject: 'Subject',
  problems: 'Please look at these before sending',
  nothingSent: 'This is a preview; nothing has been sent.',
  confirm: (count) => `I have looked at it: send it to the ${count} recipient(s) above. It cannot be taken back.`,
  correction: ({ recipients, supplement }) =>
    `${recipients} had an earlier content: send this as supplement no. ${supplement} (补充报告第${supplement}号).`,
  send: 'Send',
  sending: 'Sending…',
};

export const documents: DocumentsWords = {
  documents: 'Documents of the month (Word)',
  flagged: 'Please look at 报告草稿 before they go',
  draft: 'To shorten or reword the report, write into the column 报告用文字 of the sheet 报告草稿 and make it again.',
  download: 'Download',
  making: 'Working…',
  templates: 'Templates',
  templatesHelp:
    'Download a template, change its look and fixed words in Word or WPS (leave the tags in braces), and bring it in with “Replace”.',
  builtIn: 'built in',
  change: 'Replace',
  reset: 'Use the built-in one',
  done: 'Done',
};

export const remind: RemindWords = {
  choose: 'Each department chosen gets one mail that lists what it owes.',
  nobody: 'No department owes anything.',
  department: 'Department',
  recipient: 'Recipient',
  owed: 'Owed',
  already: 'sent today',
  unreachable: 'Owe something, no usable address',
  look: 'Look at the mail',
  send: 'Send',
  working: 'Sending…',
};
