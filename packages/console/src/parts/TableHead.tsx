import { useServices } from '../app/services.js';
import { Icon } from './Icon.js';

/** A table's column. */
export interface Column {
  readonly id: string;
  readonly label: string;
  /** What the hub calls the order by this column. */
  readonly sort?: string;
  /** Numbers stand at the end of their column, so that their digits line up. */
  readonly number?: boolean;
  /** What is in such a column says itself what it is: only who cannot see it hears the label. */
  readonly isUnseen?: boolean;
}

/** The head of a table. With `onSort`, columns that have an order can be pressed to order by them. */
export function TableHead(props: {
  readonly columns: readonly Column[];
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}) {
  const { columns, sort, onSort } = props;
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            class={`cell-${column.id}${column.number ? ' number' : ''}`}
            aria-sort={isOn(column, sort) ? (sort === 'name' ? 'ascending' : 'descending') : undefined}
          >
            {column.isUnseen ? (
              <span class="visually-hidden">{column.label}</span>
            ) : column.sort === undefined || onSort === undefined ? (
              column.label
            ) : (
              <SortButton column={column} on={isOn(column, sort)} onSort={onSort} />
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function isOn(column: Column, sort: string | undefined): boolean {
  return sort !== undefined && column.sort === sort;
}

function SortButton(props: { column: Column; on: boolean; onSort: (sort: string) => void }) {
  const { column, on, onSort } = props;
  const { words } = useServices();
  return (
    <button
      type="button"
      class={on ? 'sort sort-on' : 'sort'}
      title={words.list.sortBy(column.label)}
      onClick={() => onSort(column.sort ?? '')}
    >
      {column.label}
      <Icon name={on && column.sort === 'name' ? 'up' : 'down'} />
    </button>
  );
}
