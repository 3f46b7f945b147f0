import { Select } from 'antd';
import { COLUMN_ROLE_LABELS, COLUMN_ROLES, type ColumnMap } from '../../shared/tables/column-map.ts';

const ROLE_OPTIONS = COLUMN_ROLES.map((value) => ({ value, label: COLUMN_ROLE_LABELS[value] }));

interface Props {
  readonly map: ColumnMap;
  readonly onChange: (map: ColumnMap) => void;
}

/** What each column of a source table means, to be put right. */
export function ColumnHeads({ map, onChange }: Props) {
  const { roles } = map;
  const setRole = (column: number, role: ColumnMap['roles'][number]) =>
    onChange({ ...map, roles: roles.map((each, at) => (at === column ? role : each)) });
  return (
    <thead>
      <tr>
        <th>行</th>
        {roles.map((role, column) => (
          // Columns have no other identity than their place.
          <th key={column} className={role === 'ignore' ? 'steps-unused' : undefined}>
            <div className="steps-column-number ui-numbers">第{column + 1}栏</div>
            <Select
              size="small"
              aria-label={`第 ${column + 1} 列是`}
              popupMatchSelectWidth={false}
              listHeight={420}
              value={role}
              options={ROLE_OPTIONS}
              onChange={(value) => setRole(column, value)}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}
