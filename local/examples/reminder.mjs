/** A script that mails those who have not answered, run twice: once to the end, once stopped before its second mail. */
import { createHost, kill } from '../dist/local.js';

const script = `
function remind() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const rows = sheet.getDataRange().getValues();
  rows.forEach(([name, address, answer, state], index) => {
    if (answer !== '' || state === 'reminded') return;
    sheet.getRange(index + 1, 4).setValue('reminded');
    SpreadsheetApp.flush();
    MailApp.sendEmail(address, 'A reminder', 'Dear ' + name + ', your answer is missing.');
  });
}`;

function start() {
  const host = createHost({ now: '2023-05-21T09:00', user: 'office@example.cn' });
  host.load(script);
  const sheet = host.services.SpreadsheetApp.getActiveSheet();
  for (const row of [
    ['Ann', 'ann@example.cn', 'yes', ''],
    ['Bo', 'bo@example.cn', '', ''],
    ['Cy', 'cy@example.cn', '', ''],
  ])
    sheet.appendRow(row);
  host.resetCalls();
  return host;
}

const whole = start();
whole.call('remind');
console.log('Run to the end, it mails', whole.mail.map(({ to }) => to.join()).join(' and '), 'in these service calls:');
console.log(whole.tally());

const stopped = start();
let mails = 0;
const session = stopped.session({
  faults: ({ method, phase }) => {
    if (method === 'sendEmail' && phase === 'before') mails += 1;
    return mails === 2 ? kill() : undefined;
  },
});
try {
  session.call('remind');
} catch (error) {
  console.log(
    'Stopped by',
    error.name,
    'before its second mail, it leaves',
    stopped.mail.length,
    'mail and these rows:',
  );
}
console.log(stopped.services.SpreadsheetApp.getActiveSheet().getDataRange().getValues());
