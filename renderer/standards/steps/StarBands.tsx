import { Button } from 'antd';
import { Field } from '../../ui/fields/Field.tsx';
import { PointsInput } from '../../ui/fields/PointsInput.tsx';
import { useIdentity } from '../use-wizard.ts';
import './steps.css';

/** 星级 are not public in the official rules: none unless the clerk's document has them. */
export function StarBands() {
  const { identity, change } = useIdentity();
  const bands = identity.starBands ?? [];
  const set = (next: typeof bands) => change({ starBands: next.length > 0 ? next : null });
  return (
    <Field label="星级（原文件有规定才填）" wide>
      <div className="steps-weights">
        {bands.map(({ stars, from }, at) => (
          <span key={stars} className="steps-weight">
            {stars} 星，从
            <PointsInput
              label={`${stars}星的起始分`}
              value={from}
              onChange={(points) =>
                points !== undefined &&
                set(bands.map((band, i) => (i === at ? { ...band, from: points } : band)))
              }
            />
          </span>
        ))}
        {bands.length > 0 && (
          <Button size="small" onClick={() => set(bands.slice(0, -1))}>
            去掉最后一档
          </Button>
        )}
        {bands.length < 7 && (
          <Button
            size="small"
            onClick={() => set([...bands, { stars: (bands.at(-1)?.stars ?? 0) + 1, from: 0 }])}
          >
            加一档星级
          </Button>
        )}
      </div>
    </Field>
  );
}
