import { wrapTitle } from './wrap-title.ts';
import { COLOURS } from './tokens.ts';

const LINE_HEIGHT = 14;

interface Props {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly title: string;
  readonly width: number;
  readonly lines: number;
}

/** A long Chinese name beside a chart, in several short lines around its point. */
export function ChartLabel({ x, y, anchor, title, width, lines }: Props) {
  const wrapped = wrapTitle(title, width, lines);
  const top = y - ((wrapped.length - 1) * LINE_HEIGHT) / 2 + 4;
  return (
    <text x={x} y={top} textAnchor={anchor} fontSize={12} fill={COLOURS.ink}>
      {wrapped.map((line, index) => (
        <tspan key={index} x={x} dy={index === 0 ? 0 : LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** What recharts gives for one name at an axis. */
export interface AxisTick {
  readonly x: number | string;
  readonly y: number | string;
  readonly payload: { readonly value: string };
}
