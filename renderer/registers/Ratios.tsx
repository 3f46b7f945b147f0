import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { entriesOf } from '../../shared/registers/year/document.ts';
import { useOpenYear } from '../state/year-store.ts';

/** What a register says of items that are scored by a ratio, and how it was counted. */
export function Ratios({ name }: { readonly name: RegisterName }) {
  const { value } = useOpenYear();
  const ratios = registerOf(name).ratios?.(entriesOf(value, name)) ?? [];
  if (ratios.length === 0) return null;
  return (
    <ul className="registers-ratios" aria-label="比例">
      {ratios.map(({ code, label, numerator, denominator, counted }) => (
        <li key={code}>
          <strong>
            {label}：
            {denominator === 0
              ? '没有可以计算的'
              : `${numerator} ÷ ${denominator} = ${percent(numerator, denominator)}`}
          </strong>
          <span className="ui-muted">
            （分子：{counted.numerator}；分母：{counted.denominator}）
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Half up, with two decimals. */
function percent(numerator: number, denominator: number): string {
  const hundredths = Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}
