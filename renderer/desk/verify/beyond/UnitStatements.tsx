import { Card } from 'antd';
import { askedOf, kindWords } from '../../../../shared/campaign/words.ts';
import { own } from '../../../../shared/values/own.ts';
import { useOpenCandidate } from '../../../state/review-derived.ts';

/** What the unit states beside its scores: 培育对象, 指导, its answers. To be seen beside 实地核验; nothing to be filled in. */
export function UnitStatements() {
  const { assessment } = useOpenCandidate();
  const { campaign, unit, guidance = [], answers = {} } = assessment;
  const { document = '', date = '' } = unit.cultivation ?? {};
  const isAsked = campaign.kind === 'acceptance' || campaign.cultivation !== undefined;
  const statements = [
    ...askedOf(campaign).conditions.map((each) => ({ ...each, good: true })),
    ...askedOf(campaign).vetoes.map((each) => ({ ...each, good: false })),
  ];
  const hasCultivation = isAsked || document !== '' || date !== '' || guidance.length > 0;
  if (!hasCultivation && statements.length === 0) return null;
  return (
    <Card size="small" title="单位填报的情况（核对用）" role="region" aria-label="单位填报的情况">
      <table className="ui-terms">
        <tbody>
          {hasCultivation && (
            <>
              <tr>
                <th scope="row">列为培育对象</th>
                <td>{[document, date].filter((part) => part !== '').join('，') || '没有填写'}</td>
              </tr>
              <tr>
                <th scope="row">指导</th>
                <td>
                  {guidance.length === 0 ? (
                    '没有填写'
                  ) : (
                    <ul className="ui-notes" aria-label="指导记录">
                      {guidance.map(({ id, date: day, by, content }) => (
                        <li key={id}>
                          {[day, by, content].filter((part) => part !== '').join('，') || '（空）'}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            </>
          )}
          {statements.map(({ code, title, good }) => {
            const answer = own(answers, code);
            const isBad = answer !== undefined && answer !== good;
            return (
              <tr key={`${String(good)} ${code}`}>
                <th scope="row">
                  {good ? kindWords(campaign).condition : '否决事项'}：{title}
                </th>
                <td className={isBad ? 'desk-wrong' : ''}>
                  {answer === undefined ? '没有回答' : answer ? '是' : '否'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
