import { Button } from 'antd';
import { type WeekLine, weekOf } from '../../shared/registers/due.ts';
import { registerOf } from '../../shared/registers/kinds.ts';
import { worthOf, worthWords } from '../../shared/registers/worth.ts';
import { linkedItems } from '../../shared/registers/year/links.ts';
import type { LinkedItem } from '../../shared/registers/year/schema.ts';
import { showPoints } from '../../shared/values/points.ts';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useAssessmentItems } from './assessment-items.tsx';
import { ConnectedAssessment } from './ConnectedAssessment.tsx';

/** 本周: what is late, what is due within a week, what lacks its material; what it is worth; each one click from where it is done. */
export function WeekScreen() {
  const { value } = useOpenYear();
  const today = useYear((state) => state.today);
  const lines = weekOf(value, today).map((line) => ({
    ...line,
    linked: linkedItems(value, line),
  }));
  const hasLinks = value.links?.some(({ items }) => items.length > 0) ?? false;
  return (
    <section className="registers-screen" aria-label="本周">
      <p className="registers-about ui-muted">
        今天是 {today}：已过期、7天内到期和缺材料的事项，过期的在前。
      </p>
      <ConnectedAssessment />
      <WorthLine linked={lines.flatMap(({ linked }) => linked)} hasLinks={hasLinks} />
      {lines.length === 0 ? (
        <EmptyState text="没有过期、7天内到期或者缺材料的事项。" />
      ) : (
        <table className="registers-months registers-week">
          <thead>
            <tr>
              <th>事项</th>
              <th>提醒</th>
              {hasLinks && <th>对应评分项</th>}
              <th>在哪里</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.register} ${line.id} ${line.title}`}>
                <td>{line.title}</td>
                <td className={`registers-${line.tone}`}>{line.words}</td>
                {hasLinks && (
                  <td>
                    <Items linked={line.linked} />
                  </td>
                )}
                <td>
                  <Go line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Go({ line: { register, id, title } }: { readonly line: WeekLine }) {
  const { label } = registerOf(register);
  const go = () => {
    const { goTo, choose } = useYear.getState();
    goTo(register);
    choose(register, id);
  };
  return (
    <Button type="link" size="small" aria-label={`到${label}办理 ${title}`} onClick={go}>
      {label}
    </Button>
  );
}

/** What each item of a line is worth, or only what it is called while the assessment cannot be read. */
function Items({ linked }: { readonly linked: readonly LinkedItem[] }) {
  const { found } = useAssessmentItems();
  return (
    <>
      {linked.map((item) => (
        <div key={item.key} title={item.title}>
          {found ? worthWords(item, found.items) : `${item.key} ${item.title}`}
        </div>
      ))}
    </>
  );
}

/** What everything on this page is worth together, or how it is linked to what is worth something. */
function WorthLine({ linked, hasLinks }: { linked: readonly LinkedItem[]; hasLinks: boolean }) {
  const { assessment } = useOpenYear().value;
  const { found } = useAssessmentItems();
  if (!assessment) {
    return (
      <p className="registers-about ui-muted">
        想看每件事对应多少分：先在上面选一份自评，再选对应评分项：任务在“年度任务”里选中一行后选，台账在它的上方选。由您来选，本软件不猜。
      </p>
    );
  }
  if (!hasLinks) {
    return (
      <p className="registers-about ui-muted">
        还没有选对应评分项：任务在“年度任务”里选中一行后选，台账在它的上方选。由您来选，本软件不猜。
      </p>
    );
  }
  if (!found) return null;
  const { items, fullScore, score, open } = worthOf(linked, found.items);
  return (
    <p className="registers-about" role="status">
      {items === 0 ? (
        '本页的事项没有对应到要评分的项。'
      ) : (
        <>
          本页的事项对应 {items} 个评分项，{found.by}满分 {showPoints(fullScore)} 分，自评已得{' '}
          {showPoints(score)} 分，<strong>{open === 0 ? '都已是满分' : `还差 ${showPoints(open)} 分`}</strong>
          {found.weighted && '（各项分值没有按权重折算）'}。
        </>
      )}
      <span className="ui-muted">几件事对应同一项的只算一次；做了不等于得分，以验收评分为准。</span>
    </p>
  );
}
