/** The nil return (零报告): a signed "nothing this month", which is a return, unlike a blank. */

const NIL =
  /^(?:本月|当月|本期)?(?:工作)?(?:暂)?(?:无|没有)(?:此项|该项|相关|新增)?(?:工作|情况|内容|事项|活动|开展|开展情况)?$|^(?:零报告|零报)$|^nil$/;

/** Longer texts say something. */
export const LONGEST_NIL = 16;

/** Does the text say that there was nothing to report? `本月无`, `本月无。`, `「本月无」`, `无`, `零报告`. */
export function isNilReturn(text: string): boolean {
  if (text.length > LONGEST_NIL) return false;
  return NIL.test(
    text
      .normalize('NFKC')
      .replace(/[\s。.．！!「」“”"'（）()【】]/g, '')
      .toLowerCase(),
  );
}
