import { Button } from 'antd';
import { type WeekLine, weekOf } from '../../shared/registers/due.ts';
import { registerOf } from '../../shared/registers/kinds.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** 本周: what is late, what is due within a week, what lacks its material; each one click from where it is done. */
export function WeekScreen() {
  const { value } = useOpenYear();
  const today = useYear((state) => state.today);
  const lines = weekOf(value, today);
  const go = ({ register, id }: WeekLine) => {
    const { goTo, choose } = useYear.getState();
    goTo(register);
    choose(register, id);
  };
  return (
    <section className="registers-screen" aria-label="本周">
      <p className="registers-about ui-muted">
        今天是 {today}：已过期、7天内到期和缺材料的事项，过期的在前。
      </p>
      {lines.length === 0 ? (
        <EmptyState text="没有过期、7天内到期或者缺材料的事项。" />
      ) : (
        <table className="registers-months">
          <thead>
            <tr>
              <th>事项</th>
              <th>提醒</th>
              <th>在哪里</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.register} ${line.id}`}>
                <td>{line.title}</td>
                <td className={`registers-${line.tone}`}>{line.words}</td>
                <td>
                  <Button
                    type="link"
                    size="small"
                    aria-label={`到${registerOf(line.register).label}办理 ${line.title}`}
                    onClick={() => go(line)}
                  >
                    {registerOf(line.register).label}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
