import { act, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EvidenceTable } from '../../renderer/assessment/evidence/EvidenceTable.tsx';
import { LinkedList } from '../../renderer/assessment/gap/LinkedList.tsx';
import { StepTable } from '../../renderer/assessment/gap/StepTable.tsx';
import { StandardView } from '../../renderer/assessment/standard/StandardScreen.tsx';
import { usePrinting } from '../../renderer/ui/printing.ts';
import { invented } from '../bench/data/invented.ts';

const MANY = 2000;
const each = <T,>(make: (n: number) => T): T[] => Array.from({ length: MANY }, (_, n) => make(n));
const nothing = (): void => undefined;

const LISTS = [
  {
    list: '未评',
    role: 'button',
    most: 30,
    draw: () => (
      <LinkedList
        title="未评"
        none=""
        lines={each((n) => ({ key: String(n), text: String(n), onJump: nothing }))}
      />
    ),
    all: MANY,
  },
  {
    list: '可增分',
    role: 'button',
    most: 30,
    draw: () => (
      <StepTable
        caption="可增分"
        steps={each((n) => ({
          ...{ code: String(n), title: '', section: '', state: 'unscored' as const, gain: 1, hint: '' },
        }))}
        onJump={nothing}
      />
    ),
    all: MANY,
  },
  {
    list: '标准',
    role: 'table',
    most: 12,
    draw: () => <StandardView standard={invented(MANY).standard} />,
    all: MANY / 20,
  },
  {
    list: '佐证材料',
    role: 'code',
    most: 10,
    draw: () => (
      <EvidenceTable
        assessmentId=""
        evidence={invented(MANY).assessment.evidence}
        uses={new Map()}
        formerUses={new Map()}
        empty=""
        onLabel={nothing}
        onUse={nothing}
        onDetails={nothing}
        onPreview={nothing}
        onLink={nothing}
        onRemove={nothing}
      />
    ),
    all: 50,
  },
] as const;

const drawn = (role: string): number =>
  role === 'code'
    ? screen.getAllByRole('button', { name: /^预览：/ }).length
    : within(document.body).getAllByRole(role).length;

describe('a list of 2,000', () => {
  let near: (() => void) | undefined;
  beforeEach(() =>
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(told: (seen: readonly { isIntersecting: boolean }[]) => void) {
          near = () => told([{ isIntersecting: true }]);
        }
        observe = nothing;
        disconnect = nothing;
      },
    ),
  );
  afterEach(() => act(() => usePrinting.setState({ on: false })));

  it.each(LISTS)(
    '$list draws its first rows, more near their end, all on paper',
    ({ draw, role, most, all }) => {
      render(draw());
      expect(drawn(role)).toBe(most);
      act(() => near?.());
      expect(drawn(role)).toBe(2 * most);
      act(() => usePrinting.setState({ on: true }));
      expect(drawn(role)).toBe(all);
    },
  );
});
