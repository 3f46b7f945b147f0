import { Alert, Button } from 'antd';
import type { YearReminder } from '../../shared/contract/contract.ts';
import { useOpening } from '../state/document/use-opening.tsx';
import { useYear } from '../state/year-store.ts';
import { useArea } from '../ui/area-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import './home.css';

const askReminders = async () => (await call('yearReminders', {})).years;

/** What is due of the year's tasks, one click from where it is done; nothing where nothing is. */
export function YearReminders() {
  const { value: years } = useAnswer(askReminders);
  const { open, opening, failure, dismiss, dialog } = useOpening({
    document: 'year',
    what: '这份年度工作',
    openById: useYear.getState().openYear,
  });
  if (!years || years.length === 0) return null;
  const go = async (id: string) => {
    await open(id);
    const { ref, open: opened } = useYear.getState();
    if (opened && ref?.id === id) useArea.getState().goTo('registers');
  };
  return (
    <>
      <Alert
        type={years.some(({ late }) => late > 0) ? 'warning' : 'info'}
        showIcon
        title="年度任务提醒"
        description={
          <ul className="home-reminders">
            {years.map((year) => (
              <li key={year.id}>
                {year.title}：{dueSentence(year)}
                <Button
                  type="link"
                  size="small"
                  aria-label={`查看 ${year.title} 的年度任务`}
                  loading={opening === year.id}
                  onClick={() => void go(year.id)}
                >
                  查看
                </Button>
              </li>
            ))}
          </ul>
        }
      />
      <FailureNotice failure={failure} onClose={dismiss} />
      {dialog}
    </>
  );
}

function dueSentence({ late, soon }: Pick<YearReminder, 'late' | 'soon'>): string {
  const parts = [late > 0 && `${late} 项已过期`, soon > 0 && `${soon} 项7天内到期`];
  return parts.filter((part) => part !== false).join('，');
}
