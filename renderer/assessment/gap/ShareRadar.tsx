import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from 'recharts';
import { ChartLabel } from '../../ui/ChartLabel.tsx';
import { Chart } from './Chart.tsx';
import type { SectionShare } from './section-shares.ts';
import { COLOURS } from '../../ui/tokens.ts';

const WIDTH = 500;
const HEIGHT = 380;
const LABEL_GAP = 10;
/** Beyond this the names would lie over each other: the codes stand for them, and the table names both. */
const MAX_NAMES = 12;

/** Share of full marks per section. Fixed in size: fits the screen and the width of a printed A4 page. */
export function ShareRadar({
  shares,
  passPercent,
}: {
  readonly shares: readonly SectionShare[];
  readonly passPercent: number;
}) {
  return (
    <figure>
      <figcaption>各指标得分率（%）</figcaption>
      <Chart
        words={`雷达图：${shares.map(({ title, percent }) => `${title}${percent}%`).join('，')}`}
        height={HEIGHT}
      >
        <RadarChart
          width={WIDTH}
          height={HEIGHT}
          outerRadius={130}
          data={shares.map((share) => ({ ...share, line: passPercent }))}
        >
          <PolarGrid stroke={COLOURS.lineFirm} />
          <PolarRadiusAxis
            domain={[0, 100]}
            tickCount={6}
            tick={{ fontSize: 10, fill: COLOURS.inkSoft }}
            axisLine={false}
            // Between two axes, clear of the names.
            angle={90 - 180 / shares.length}
          />
          <PolarAngleAxis
            dataKey="title"
            tick={({ x, y, textAnchor, payload, index }) => {
              const [right, down] = [Number(x) - WIDTH / 2, Number(y) - HEIGHT / 2];
              const out = 1 + LABEL_GAP / (Math.hypot(right, down) || 1);
              return (
                <ChartLabel
                  x={WIDTH / 2 + right * out}
                  y={HEIGHT / 2 + down * out}
                  anchor={textAnchor === 'start' || textAnchor === 'end' ? textAnchor : 'middle'}
                  title={shares.length > MAX_NAMES ? (shares[index]?.code ?? '') : String(payload.value)}
                  width={7}
                  lines={3}
                />
              );
            }}
          />
          <Radar
            dataKey="line"
            stroke={COLOURS.warn}
            strokeDasharray="5 4"
            fill="none"
            isAnimationActive={false}
          />
          <Radar
            dataKey="percent"
            stroke={COLOURS.accent}
            strokeWidth={2}
            fill={COLOURS.accent}
            fillOpacity={0.25}
            dot={{ r: 3, fill: COLOURS.accent, fillOpacity: 1 }}
            isAnimationActive={false}
          />
        </RadarChart>
      </Chart>
      <div className="gap-legend">
        <span className="gap-legend-area" aria-hidden /> 得分率
        <span className="gap-legend-dashes" aria-hidden /> 得分率 {passPercent}%
      </div>
    </figure>
  );
}
