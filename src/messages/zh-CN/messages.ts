/** 中文界面的全部文字。 */
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
  `“${command}”（${[about, time.slice(11, 16), who].filter((part) => part !== '').join('，')}）`;
const placeText = ({ sheets, rows }: UndoneStep): string =>
  `${sheets.map((sheet) => `【${sheet}】`).join('')}共 ${rows} 行`;

export const zhCN = (): Messages => ({
  menuTitle: MENU_TITLE['zh-CN'],
  commands: commandsIn('zh-CN'),
  submenus: submenusIn('zh-CN'),
  roles,
  statuses,
  outbox: outboxWords,
  refusal: refusalText,
  finding: findingText,
  hint: hintText,
  planFinding: planFindingText,
  dialogs: {
    working: (command) => `正在${command}，请稍候……`,
    askMonth: (command, proposed) =>
      `${command}哪个月？直接点“确定”就是 ${proposed}；也可以写 2023-05、2023年5月、5月。`,
    askReason: (rows) => `退回选中的 ${rows} 行。请写明要补什么、改什么，部门会在“退回原因”里看到：`,
    offerSetUp: '这个表格还没有初始化。现在就开始吗？分三步：方案、部门、设置。',
    askYear: (proposed) => `这个工作簿用于哪一年？直接点“确定”就是 ${proposed}。`,
    confirmSend: ({ subject, recipients, attachments, month, problems }) =>
      `将把 ${month} 的汇总发给：\n${recipients}\n主题：${subject}\n附件：\n${attachments}\n` +
      `${problems > 0 ? `汇总里还有 ${problems} 个问题或缺报没有处理。\n` : ''}发出后不能撤回，确定发送吗？`,
    confirmCorrection: ({ recipients, month, supplement }) =>
      `${month} 的汇总已经发给过：\n${recipients}\n但内容后来有变化。要作为“补充报告第${supplement}号”发出吗？`,
    confirmSettle: ({ command, recipients }) => `${command}：\n${recipients}\n确定吗？`,
    confirmUndo: (step) => `撤销${stepText(step)}，把${placeText(step)}恢复成执行前的内容。确定吗？`,
    unexpected: (message) =>
      `出了意外的问题：${message}\n已写入的内容不会丢失，可以再执行一次；仍不行请联系管理员，并附上这段文字。`,
  },
  told: {
    setUp: ({ tasks, departments, duties, year, todo }) => ({
      title: `${year} 年度工作簿已建好`,
      lines: [
        `责任矩阵：${tasks} 项任务，${departments} 个部门，${duties} 项职责。`,
        ...(todo.length > 0 ? ['接下来请补上：', ...todo.map((item) => `· ${item}`)] : []),
        '然后执行“准备本月”。',
      ],
    }),
    blankSetUp: {
      title: '工作簿已建好',
      lines: ['请执行“导入方案”，或在“部门”“责任矩阵”里填写部门和任务。', '然后执行“准备本月”。'],
    },
    prepare: ({ month, written, standing, lastDay, unowed }) => ({
      title: `${month} 已准备好`,
      lines: [
        written > 0 ? `新增 ${written} 行待报，按部门排列。` : '各部门的行都已经在表里，没有新增。',
        ...(standing > 0 ? [`原有 ${standing} 行未动。`] : []),
        `各部门请在 ${lastDay} 前（含当天）填写“月度报送”。`,
        ...(unowed.length > 0
          ? [
              `另有 ${unowed.length} 项任务本月到期，但没有部门要报送：${unowed.join('、')}。原因见“本月看板”和汇总表的问题。`,
            ]
          : []),
      ],
    }),
    consolidate: ({ month, due, handedIn, onTime, late, missing, findings, owed, sheet, frozen }) => ({
      title: `${month} 汇总完成`,
      lines: [
        `应报 ${due}，已报 ${handedIn}（按时 ${onTime}，迟报 ${late}），缺报 ${missing}。`,
        ...(findings > 0 ? [`有 ${findings} 个问题需要看一眼，列在“${sheet}”末尾。`] : ['没有发现问题。']),
        ...(owed > 0 ? [`到现在为止全年共欠 ${owed} 项，见“缺报清单”。`] : ['全年没有欠报。']),
        ...(frozen ? [`${month} 已上报归档；此后的变动要作为补充报告发出。`] : []),
      ],
    }),
    documents: ({ month, added, edited, flagged, documents, sheet }) => ({
      title: `${month} 报告草稿已更新`,
      lines: [
        added > 0 ? `“${sheet}”新增 ${added} 段。` : `“${sheet}”没有新增。`,
        ...(edited > 0 ? [`您改过的 ${edited} 段保持不变。`] : []),
        ...(flagged > 0 ? [`有 ${flagged} 行需要核对，见“提示”一列。`] : []),
        `可生成 ${documents} 份文书。`,
      ],
    }),
    template: ({ kind, file }) => ({
      title: file === null ? `“${kind}”恢复为自带的模板` : `“${kind}”的模板已更换`,
      lines: [file === null ? '以后生成的文书用自带的模板。' : `以后生成的文书用“${file}”。`],
    }),
    send: ({ month, frozen, ...tally }) => ({
      title:
        tally.sent > 0
          ? isWholeRun(tally)
            ? `${month} 已上报`
            : `${month} 只发出一部分`
          : !isWholeRun(tally)
            ? `${month} 没有发出`
            : tally.waiting > 0
              ? `${month} 已列为待发送`
              : `${month} 没有新的邮件要发`,
      lines: [
        ...outboxWords.lines(tally),
        ...(frozen ? [`${month} 已归档，见“档案”；部门的行已锁定，以后有变动只能作为补充报告发出。`] : []),
      ],
    }),
    review: ({ decision, rows, left, reason }) => ({
      title: rows.length > 0 ? `${decision === 'accept' ? '通过' : '退回'} ${rows.length} 行` : '没有可审核的行',
      lines: [
        ...(rows.length > 0 ? [`${rows.join('、')}。`] : []),
        ...(decision === 'return' && rows.length > 0 ? [`原因：${reason}`] : []),
        ...(left > 0 ? [`另有 ${left} 行还没有填，或者已经通过，没有改动。`] : []),
      ],
    }),
    remind: ({ month, unreachable, ...tally }) => ({
      title: tally.sent > 0 ? `${month} 已催报` : `${month} 没有发出催报`,
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
          ? ['没有部门欠报。']
          : []),
        ...outboxWords.lines(tally),
        ...(unreachable.length > 0
          ? [`这些部门欠报，但“部门”表里没有可用的邮箱，请补上或电话联系：${unreachable.join('、')}。`]
          : []),
      ],
    }),
    everyHour: hourlyTold,
    hourRefused: (why) => ({ title: '自动发送没有执行', lines: [why] }),
    settings: ({ changed, faults }) => ({
      title: faults > 0 ? '没有保存' : changed.length > 0 ? '设置已保存' : '设置没有变化',
      lines: [
        ...(faults > 0 ? [`有 ${faults} 项不能用，请改正后再保存。`] : []),
        ...(changed.length > 0 ? [`改动：${changed.join('、')}。`] : []),
      ],
    }),
    rights: ({ blocks, findings }) => ({
      title: '填报权限已更新',
      lines: [
        blocks > 0
          ? `各部门只能填自己的行；已通过和已锁定的行只有办公室能改（共 ${blocks} 块）。`
          : '“部门”表里还没有账号，各行暂不限制由谁填写。写上各部门的邮箱后再执行一次。',
        ...(findings.length > 0 ? ['请看一眼：', ...findings.map((text) => `· ${text}`)] : []),
      ],
    }),
    undone: (step) => ({
      title: `已撤销${stepText(step)}`,
      lines: [`${placeText(step)}已恢复成执行前的内容。`],
    }),
    nothingUndone: ({ kind, time }) => ({
      title: '没有可以撤销的操作',
      lines: [
        ...(kind === 'none' ? ['上一步已经撤销过，或者没有留下可以撤销的内容。'] : []),
        ...(kind === 'tooLate' ? [`上一步是 ${time.slice(0, 10)} 做的，只有当天可以撤销。`] : []),
        ...(kind === 'mailLeft' ? [`上报邮件已于 ${time.slice(0, 16)} 发出，不能撤回，之前的操作也不再撤销。`] : []),
        '可以撤销的是当天最后一次：准备本月、通过、退回、导入方案、生成报告草稿。汇总由各行重新生成，改好各行再汇总一次即可。',
      ],
    }),
    repair: ({ created, headings, dressed, findings }) => ({
      title: '检查完毕',
      lines: [
        ...(created.length > 0 ? [`重新建立了工作表：${created.join('、')}。`] : []),
        ...(headings.length > 0 ? [`补上了列标题：${headings.join('；')}。`] : []),
        `${dressed} 个工作表的格式、下拉框、颜色规则和保护已恢复；您填写的内容没有改动。`,
        ...(findings.length > 0 ? ['请看一眼：', ...findings.map((text) => `· ${text}`)] : []),
      ],
    }),
    fillIn: {
      unitName: '“设置”里的单位名称',
      mails: '“部门”里的联系人和邮箱',
      recipients: '“设置”里上报收件人的邮箱，写成“名称 <邮箱>”',
      collective: (name) => `责任矩阵里的“${name}”是统称，请改为具体部门`,
    },
  },
});
