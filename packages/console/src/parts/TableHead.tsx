import { useServices } from '../app/services.js';
import { Icon } from './Icon.js';

/** A table's column; with `sort` its head can be pressed to order by it. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly sort?: string;
  /** Numbers stand at the end of their column, so that their digits line up. */
  readonly number?: boolean;
}

/** The head of a table whose order is in the address. */
export function Sortable(props: {
  columns: readonly Column[];
  sort: string;
  onSort: (sort: string) => void;
}) {
  const { words } = useServices();
  const { columns, sort, onSort } = props;
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            class={`cell-${column.id}${column.number ? ' number' : ''}`}
            aria-sort={column.sort === sort ? (sort === 'name' ? 'ascending' : 'descending') : undefined}
          >
            {column.sort === undefined ? (
              column.label
            ) : (
              <button
                type="button"
                class={column.sort === sort ? 'sort sort-on' : 'sort'}
                title={words.list.sortBy(column.label)}
                onClick={() => onSort(column.sort ?? '')}
              >
                {column.label}
                <Icon name={column.sort === sort && sort === 'name' ? 'up' : 'down'} />
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
