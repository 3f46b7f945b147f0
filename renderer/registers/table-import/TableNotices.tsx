import { Alert, Select } from 'antd';

interface Props {
  readonly hasHead: boolean;
  /** The column by whose days entries are counted, where none of the table is it; '' where one is, or none is needed. */
  readonly undated: string;
  /** Rows and columns that are hidden in the file, in words. */
  readonly hidden: string;
  /** That of the ledger. */
  readonly year: number;
  /** Those that the table says it is of, where one of them is another one. */
  readonly titled: readonly number[];
  /** By which days without a year are read. */
  readonly dayYear: number;
  readonly sayYear: (year: number) => void;
}

/** What holds of the whole table and is not seen in it. */
export function TableNotices({ hasHead, undated, hidden, year, titled, dayYear, sayYear }: Props) {
  return (
    <>
      {!hasHead && (
        <Alert type="warning" showIcon title="没有认出表头：请在下面选好每一栏是什么；第一行也会登记。" />
      )}
      {undated !== '' && (
        <Alert
          type="warning"
          showIcon
          title={`没有一栏登记到“${undated}”：登记后没有日期，按月统计和当年的数据都不算。`}
        />
      )}
      {hidden !== '' && (
        <Alert
          type="warning"
          showIcon
          title={`这张表${hidden}：隐藏的也会登记。不要登记的行，请在下面“新登记的”里去掉。`}
        />
      )}
      {titled.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`表格写的是 ${titled.join('、')} 年，本年度工作是 ${year} 年：没有写年份的日期按 ${dayYear} 年登记。`}
          action={
            <Select
              size="small"
              aria-label="没有写年份的日期按哪一年"
              value={dayYear}
              options={[...new Set([...titled, year])].map((value) => ({ value, label: `按 ${value} 年` }))}
              onChange={sayYear}
            />
          }
        />
      )}
    </>
  );
}
