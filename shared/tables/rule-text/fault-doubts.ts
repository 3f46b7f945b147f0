import { showPoints } from '../../values/points.ts';
import type { ActionOf } from './actions.ts';
import { occurrence } from './occurrence.ts';
import type { Statement } from './statement.ts';

/** Which time it is: 首次扣1分, 再次扣2分 are steps of one fault. */
const TURN = /首次|初次|再次|再发生|再犯|第[一二三四五六七八九十\d]+[次起例]|以后每/;
/** A count from which it strikes. */
const FROM_COUNT = /(?:超过|满|达到?)?[\d二两三四五六七八九十]+(?:次|项|处|份|人|件)(?:以上|以后|起)/;
/** All of what was named before, together. */
const TOGETHER =
  /^(?:或|或者|又|亦)(?!有)|(?:^|,)(?:以上)?(?:[均都]|两者|二者|三者|全部|同时)(?=[未无没不缺])/;
/** 缺项扣1分: for each missing one, or once. */
const PIECES = /(?:^|,)(?:有)?[缺漏少][项次件份人]$/;
/** A lesser price for the same fault, once mended. */
const MENDED =
  /^(?:[^未不没无]*)(?:已|及时|主动|经提醒[^未不没]*)(?:整改|改正|纠正|补报|补齐|完善)[^未不没]*$|(?:整改|改正|纠正)到位的?$/;

/** Why a deduction may not strike as its proposal says. */
export function faultDoubts(
  { action, condition, count }: Statement<ActionOf<'deduct'>>,
  label: string,
): string[] {
  if (condition === '') return ['扣分前面没有写明情形'];
  const doubts: string[] = [];
  const times = action.unit ? undefined : occurrence(count || condition);
  if (times?.severalAtOnce) {
    doubts.push(`“${label}”扣${showPoints(action.points)}分：不是按一个单位扣分，请核对`);
  } else if (times?.certain === false || action.each || PIECES.test(condition)) {
    doubts.push(`“${label}”按什么次数扣分，请核对`);
  }
  if (TURN.test(condition) || (times?.repeats && FROM_COUNT.test(condition))) {
    doubts.push(`“${label}”从第几次起扣分，请核对`);
  }
  if (TOGETHER.test(condition)) doubts.push(`“${label}”与前面的情形怎样合起来扣分，请核对`);
  if (MENDED.test(condition)) doubts.push(`“${label}”扣分较轻，是否代替前面的扣分，请核对`);
  return doubts;
}
