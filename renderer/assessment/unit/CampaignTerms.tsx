import type { ReactNode } from 'react';
import { termsOf } from './campaign-terms.tsx';
import type { Campaign } from '../../../shared/campaign/schema.ts';
import { showSource } from '../../ui/show.ts';

interface Props {
  readonly campaign: Campaign;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** All that the campaign says, each line with whose it is, the notice's own words and its source. */
export function CampaignTerms({ campaign, today }: Props) {
  return (
    <>
      <table className="ui-terms">
        <tbody>
          {termsOf(campaign, today).map(({ key, title, content, source, words = '', whose = '' }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>
                {content}
                {words !== '' && <Words>通知原话：“{words}”</Words>}
                {source && (
                  <div className="ui-muted">
                    {showSource(source)}
                    {whose !== '' && `（${whose}的要求）`}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {campaign.notes.length > 0 && (
        <ul className="ui-muted ui-notes">
          {campaign.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Words({ children }: { readonly children: ReactNode }) {
  return <div className="ui-muted">{children}</div>;
}
