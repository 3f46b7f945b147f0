import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts';
import { showPoints } from '../../../shared/values/points.ts';
import { type AxisTick, ChartLabel } from '../../ui/ChartLabel.tsx';
import { Chart } from './Chart.tsx';
import type { SectionShare } from './section-shares.ts';
import { COLOURS } from '../../ui/tokens.ts';

const WIDTH = 500;
const ROW = 36;
const AXES = 40;

/** Points missing per section: lost on scored items, and still open. Drawn in points, from hundredths. */
export function LostBars({ shares }: { readonly shares: readonly SectionShare[] }) {
  const height = Math.max(shares.length * ROW + AXES, 160);
  const data = shares.map(({ title, lost, open }) => ({
    title,
    lost: lost / 100,
    open: open / 100,
    // A bar of length 0 carries no label, so the last one that is there does.
    lostLabel: lost > 0 && open === 0 ? showPoints(lost) : '',
    openLabel: open > 0 ? showPoints(lost + open) : '',
  }));
  const words = shares.map(
    ({ title, lost, open }) => `${title}失${showPoints(lost)}分、未评${showPoints(open)}分`,
  );
  return (
    <figure>
      <figcaption>各指标未得分值（分）</figcaption>
      <Chart words={`条形图：${words.join('，')}`} height={height}>
        <BarChart
          layout="vertical"
          width={WIDTH}
          height={height}
          data={data}
          barSize={16}
          margin={{ top: 4, right: 40, bottom: 4, left: 4 }}
        >
          <CartesianGrid horizontal={false} stroke={COLOURS.line} />
          <XAxis type="number" allowDecimals={false} tick={{ fontSize: 12, fill: COLOURS.inkSoft }} />
          <YAxis
            type="category"
            dataKey="title"
            width={150}
            interval={0}
            tickLine={false}
            tick={({ x, y, payload }: AxisTick) => (
              <ChartLabel
                x={Number(x)}
                y={Number(y)}
                anchor="end"
                title={payload.value}
                width={11}
                lines={2}
              />
            )}
          />
          <Bar dataKey="lost" stackId="points" fill={COLOURS.warn} isAnimationActive={false}>
            <LabelList dataKey="lostLabel" position="right" fontSize={12} fill={COLOURS.ink} />
          </Bar>
          <Bar dataKey="open" stackId="points" fill={COLOURS.lineFirm} isAnimationActive={false}>
            <LabelList dataKey="openLabel" position="right" fontSize={12} fill={COLOURS.ink} />
          </Bar>
        </BarChart>
      </Chart>
      <div className="gap-legend">
        <span className="gap-legend-lost" aria-hidden /> 已评失分
        <span className="gap-legend-open" aria-hidden /> 尚未评分
      </div>
    </figure>
  );
}
