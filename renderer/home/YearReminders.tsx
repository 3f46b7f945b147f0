import { Alert, Button } from 'antd';
import type { WorkReminder } from '../../shared/contract/contract.ts';
import { ROLLUPS } from '../registers/WhoseYears.tsx';
import { useOpening } from '../state/document/use-opening.tsx';
import { useRollup } from '../state/rollup-store.ts';
import { useYear } from '../state/year-store.ts';
import { useArea } from '../ui/area-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import './home.css';

async function askReminders() {
  const [{ years }, { rollups }] = await Promise.all([
    call('yearReminders', {}),
    call('rollupReminders', {}),
  ]);
  return { years, rollups };
}

/** What 本周 of each year and each roll-up tells, one click from it; nothing where nothing is due. */
export function YearReminders() {
  const { value: due } = useAnswer(askReminders);
  const year = useOpening({
    ...{ document: 'year', what: '这份年度工作', openById: useYear.getState().openYear },
  });
  const rollup = useOpening({
    ...{ document: 'rollup', what: '这份汇总', openById: useRollup.getState().openRollup },
  });
  const all = [...(due?.years ?? []), ...(due?.rollups ?? [])];
  if (!due || all.length === 0) return null;
  const go = async (of: typeof useYear | typeof useRollup, opening: Promise<unknown>, id: string) => {
    await opening;
    const { ref, open } = of.getState();
    if (!open || ref?.id !== id) return;
    useArea.getState().goTo('registers');
    if (of === useRollup) useArea.getState().show(ROLLUPS);
  };
  const line = (each: WorkReminder, opening: string | undefined, onGo: () => Promise<void>) => (
    <li key={each.id}>
      {each.title}：{each.words}
      <Button
        type="link"
        size="small"
        aria-label={`查看 ${each.title}`}
        loading={opening === each.id}
        onClick={() => void onGo()}
      >
        查看
      </Button>
    </li>
  );
  return (
    <>
      <Alert
        type={all.some(({ isLate }) => isLate) ? 'warning' : 'info'}
        showIcon
        title="年度工作提醒"
        description={
          <ul className="home-reminders">
            {due.years.map((each) =>
              line(each, year.opening, () => go(useYear, year.open(each.id), each.id)),
            )}
            {due.rollups.map((each) =>
              line(each, rollup.opening, () => go(useRollup, rollup.open(each.id), each.id)),
            )}
          </ul>
        }
      />
      {[year, rollup].map(({ failure, dismiss, dialog }, index) => (
        <div key={index}>
          <FailureNotice failure={failure} onClose={dismiss} />
          {dialog}
        </div>
      ))}
    </>
  );
}
