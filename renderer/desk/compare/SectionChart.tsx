import type { ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts';
import type { Candidate } from '../../../shared/review/candidate.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { type AxisTick, ChartLabel } from '../../ui/ChartLabel.tsx';
import { nameOf } from '../table/candidate-words.ts';
import { COLOURS } from '../../ui/tokens.ts';
import './compare.css';

const WIDTH = 900;
const HEIGHT = 210;
const SELF = COLOURS.lineStrong;
const VERIFIED = COLOURS.accent;

interface Props {
  readonly candidate: Candidate;
  readonly children?: ReactNode;
}

/** One unit's self and verified score, section by section. Drawn in points, from hundredths. */
export function SectionChart({ candidate, children }: Props) {
  const data = candidate.sections.map(({ code, title, fullScore, self, verified }) => ({
    title: `${code} ${title}（${showPoints(fullScore)}）`,
    self: self / 100,
    verified: verified === undefined ? undefined : verified / 100,
    selfLabel: showPoints(self),
    verifiedLabel: verified === undefined ? '' : showPoints(verified),
  }));
  const words = data.map(
    ({ title, selfLabel, verifiedLabel }) =>
      `${title}自评${selfLabel}分、${verifiedLabel ? `核验${verifiedLabel}分` : '未完成核验'}`,
  );
  return (
    <figure>
      <figcaption>自评与核验（各指标得分） {children || nameOf(candidate)}</figcaption>
      <div role="img" aria-label={`条形图：${words.join('，')}`}>
        <BarChart
          width={WIDTH}
          height={HEIGHT}
          data={data}
          barSize={Math.max(8, Math.min(34, Math.floor(WIDTH / data.length / 2) - 8))}
          barGap={2}
          margin={{ top: 18, right: 8, bottom: 22, left: -16 }}
        >
          <CartesianGrid vertical={false} stroke={COLOURS.line} />
          <XAxis
            dataKey="title"
            interval={0}
            tickLine={false}
            tick={({ x, y, payload }: AxisTick) => (
              <ChartLabel
                x={Number(x)}
                y={Number(y) + 14}
                anchor="middle"
                title={payload.value}
                width={Math.max(6, Math.floor(WIDTH / data.length / 14))}
                lines={2}
              />
            )}
          />
          <YAxis tick={{ fontSize: 12, fill: COLOURS.inkSoft }} />
          <Bar dataKey="self" fill={SELF} isAnimationActive={false}>
            <LabelList dataKey="selfLabel" position="top" fontSize={12} fill={COLOURS.ink} />
          </Bar>
          <Bar dataKey="verified" fill={VERIFIED} isAnimationActive={false}>
            <LabelList dataKey="verifiedLabel" position="top" fontSize={12} fill={COLOURS.ink} />
          </Bar>
        </BarChart>
      </div>
      <div className="compare-chart-legend">
        <span style={{ background: SELF }} aria-hidden /> 自评
        <span style={{ background: VERIFIED }} aria-hidden /> 核验
        {data.some(({ verified }) => verified === undefined) && '（未完成核验的指标只画自评）'}
      </div>
    </figure>
  );
}
