/** Every word of the interface in English. */
import { commandsIn, MENU_TITLE, submenusIn } from '../commands.ts';
import type { Messages, UndoneStep } from '../messages.ts';
import { isWholeRun } from '../outbox.ts';
import { findingText } from './findings.ts';
import { hintText } from './hints.ts';
import { hourlyTold, outboxWords } from './outbox.ts';
import { planFindingText } from './plan-findings.ts';
import { refusalText } from './refusals.ts';
import { roles, statuses } from './words.ts';

const stepText = ({ command, about, time, who }: UndoneStep): string =>
  `“${command}” (${[about, time.slice(11, 16), who].filter((part) => part !== '').join(', ')})`;
const placeText = ({ sheets, rows }: UndoneStep): string =>
  `${rows} row(s) of ${sheets.map((sheet) => `[${sheet}]`).join(' ')}`;

export const en = (): Messages => ({
  menuTitle: MENU_TITLE.en,
  commands: commandsIn('en'),
  submenus: submenusIn('en'),
  roles,
  statuses,
  outbox: outboxWords,
  refusal: refusalText,
  finding: findingText,
  hint: hintText,
  planFinding: planFindingText,
  dialogs: {
    working: (command) => `${command}: working…`,
    askMonth: (command, proposed) => `${command}: which month? OK takes ${proposed}; or write 2023-05, 2023年5月, 5月.`,
    askReason: (rows) => `Sending ${rows} row(s) back. Say what is to be added or changed:`,
    offerSetUp: 'This spreadsheet has not been set up. Begin now? Three steps: plan, departments, settings.',
    askYear: (proposed) => `Which year is this workbook for? OK takes ${proposed}.`,
    confirmSend: ({ subject, recipients, attachments, month, problems }) =>
      `The consolidation of ${month} goes to:\n${recipients}\nSubject: ${subject}\nAttached:\n${attachments}\n` +
      `${problems > 0 ? `${problems} problem(s) or missing returns are still open.\n` : ''}It cannot be taken back. Send?`,
    confirmCorrection: ({ recipients, month, supplement }) =>
      `The consolidation of ${month} was already sent to:\n${recipients}\nIt has changed since. Send it as supplement no. ${supplement} (补充报告第${supplement}号)?`,
    confirmSettle: ({ command, recipients }) => `${command}:\n${recipients}\nGo on?`,
    confirmUndo: (step) => `Undo ${stepText(step)}: ${placeText(step)} go back to what they were. Go on?`,
    unexpected: (message) =>
      `Something unexpected happened: ${message}\nWhat was written is safe; the command can be run again. If it fails again, show this text to your administrator.`,
  },
  told: {
    setUp: ({ tasks, departments, duties, year, todo }) => ({
      title: `The workbook of ${year} is ready`,
      lines: [
        `Matrix: ${tasks} tasks, ${departments} departments, ${duties} duties.`,
        ...(todo.length > 0 ? ['Please fill in:', ...todo.map((item) => `· ${item}`)] : []),
        'Then run “Prepare month”.',
      ],
    }),
    blankSetUp: {
      title: 'The workbook is ready',
      lines: ['Run “Import plan”, or fill in 部门 and 责任矩阵.', 'Then run “Prepare month”.'],
    },
    prepare: ({ month, written, standing, lastDay, unowed }) => ({
      title: `${month} is prepared`,
      lines: [
        written > 0
          ? `${written} rows added, grouped by department.`
          : 'Every department has its rows already; none added.',
        ...(standing > 0 ? [`${standing} rows were there and stay as they are.`] : []),
        `Departments fill 月度报送 by ${lastDay}, that day included.`,
        ...(unowed.length > 0
          ? [
              `${unowed.length} more task(s) are due, but no department has to report: ${unowed.join(', ')}. Why, stands on the board and below the consolidation.`,
            ]
          : []),
      ],
    }),
    consolidate: ({ month, due, handedIn, onTime, late, missing, findings, owed, sheet, frozen }) => ({
      title: `${month} is consolidated`,
      lines: [
        `Due ${due}, handed in ${handedIn} (on time ${onTime}, late ${late}), missing ${missing}.`,
        ...(findings > 0 ? [`${findings} problem(s) to look at, at the end of ${sheet}.`] : ['No problems found.']),
        ...(owed > 0 ? [`${owed} owed in the year so far: see 缺报清单.`] : ['Nothing is owed in the year so far.']),
        ...(frozen ? [`${month} has been reported and archived; what changes now goes as a supplement.`] : []),
      ],
    }),
    documents: ({ month, added, edited, flagged, documents, sheet }) => ({
      title: `The draft of ${month} is up to date`,
      lines: [
        added > 0 ? `${added} paragraph(s) added to “${sheet}”.` : `Nothing to add to “${sheet}”.`,
        ...(edited > 0 ? [`${edited} paragraph(s) you have changed stay as they are.`] : []),
        ...(flagged > 0 ? [`${flagged} row(s) need a look: see the column 提示.`] : []),
        `${documents} document(s) can be made.`,
      ],
    }),
    template: ({ kind, file }) => ({
      title: file === null ? `“${kind}” uses its own template again` : `The template of “${kind}” was changed`,
      lines: [
        file === null
          ? 'Documents are made from the template that came with the add-on.'
          : `Documents are made from “${file}”.`,
      ],
    }),
    send: ({ month, frozen, ...tally }) => ({
      title:
        tally.sent > 0
          ? isWholeRun(tally)
            ? `${month} was sent`
            : `${month} was sent in part`
          : !isWholeRun(tally)
            ? `${month} was not sent`
            : tally.waiting > 0
              ? `${month} waits to be sent`
              : `${month}: no new mail to send`,
      lines: [
        ...outboxWords.lines(tally),
        ...(frozen
          ? [`${month} is archived (档案) and its rows are closed; what changes now goes as a supplement only.`]
          : []),
      ],
    }),
    review: ({ decision, rows, left, reason }) => ({
      title:
        rows.length > 0
          ? `${rows.length} row(s) ${decision === 'accept' ? 'accepted' : 'sent back'}`
          : 'Nothing to review',
      lines: [
        ...(rows.length > 0 ? [`${rows.join(', ')}.`] : []),
        ...(decision === 'return' && rows.length > 0 ? [`Reason: ${reason}`] : []),
        ...(left > 0 ? [`${left} more row(s) are not filled in or accepted already, and were left.`] : []),
      ],
    }),
    remind: ({ month, unreachable, ...tally }) => ({
      title: tally.sent > 0 ? `${month}: reminders sent` : `${month}: no reminder sent`,
      lines: [
        ...(tally.sent +
          tally.already +
          tally.waiting +
          unreachable.length +
          tally.held.length +
          tally.putOff.length +
          tally.failed.length +
          tally.unknown.length ===
        0
          ? ['No department owes anything.']
          : []),
        ...outboxWords.lines(tally),
        ...(unreachable.length > 0
          ? [
              `These owe something and have no usable address in 部门; enter one or call them: ${unreachable.join(', ')}.`,
            ]
          : []),
      ],
    }),
    everyHour: hourlyTold,
    hourRefused: (why) => ({ title: 'The hourly run did nothing', lines: [why] }),
    settings: ({ changed, faults }) => ({
      title: faults > 0 ? 'Not saved' : changed.length > 0 ? 'Settings saved' : 'The settings are as they were',
      lines: [
        ...(faults > 0 ? [`${faults} value(s) cannot be used: put them right and save again.`] : []),
        ...(changed.length > 0 ? [`Changed: ${changed.join(', ')}.`] : []),
      ],
    }),
    rights: ({ blocks, findings }) => ({
      title: 'Rights are up to date',
      lines: [
        blocks > 0
          ? `Each department can fill its own rows only; accepted and closed rows are the office's (${blocks} blocks).`
          : 'No department has an account yet: rows are open to all who may edit the file. Enter accounts, then run this again.',
        ...(findings.length > 0 ? ['Please look at:', ...findings.map((text) => `· ${text}`)] : []),
      ],
    }),
    undone: (step) => ({
      title: `Undone: ${stepText(step)}`,
      lines: [`${placeText(step)} are again what they were.`],
    }),
    nothingUndone: ({ kind, time }) => ({
      title: 'There is nothing to undo',
      lines: [
        ...(kind === 'none' ? ['The last command was undone already, or left nothing that could be.'] : []),
        ...(kind === 'tooLate'
          ? [`The last command ran on ${time.slice(0, 10)}: only the same day’s can be undone.`]
          : []),
        ...(kind === 'mailLeft'
          ? [`The report was mailed at ${time.slice(0, 16)} and cannot be taken back; nor is what came before it.`]
          : []),
        'What can be undone is the day’s last of: prepare, accept, send back, import plan, the draft of the report. A consolidation is made anew from the rows: correct them and consolidate again.',
      ],
    }),
    repair: ({ created, headings, dressed, findings }) => ({
      title: 'Checked',
      lines: [
        ...(created.length > 0 ? [`Sheets put back: ${created.join(', ')}.`] : []),
        ...(headings.length > 0 ? [`Headings put back: ${headings.join('; ')}.`] : []),
        `Formats, dropdowns, colour rules and guards of ${dressed} sheets are as they should be; no entry was changed.`,
        ...(findings.length > 0 ? ['Please look at these:', ...findings.map((text) => `· ${text}`)] : []),
      ],
    }),
    fillIn: {
      unitName: 'the unit’s name in 设置',
      mails: 'contacts and mail addresses in 部门',
      recipients: 'the mail addresses of 上报收件人 in 设置, as “name <mail>”',
      collective: (name) => `“${name}” in 责任矩阵 stands for several units: put the real departments in`,
    },
  },
});
