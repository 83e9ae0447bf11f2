import type { TableBlock } from './block.ts'
import { type Names, ReadOnlyBlock } from './read-only-block.tsx'

type Row = TableBlock['rows'][number]

interface TableProps {
  readonly block: TableBlock
  readonly names: Names
}

interface CellProps {
  readonly cell: Row[number]
  readonly names: Names
}

function Content({ cell, names }: CellProps) {
  return cell.kind === 'text' ? cell.text : <ReadOnlyBlock raw={cell.rich} names={names} />
}

/** Rows and cells have no names of their own, and never change places. */
function placed<T>(items: readonly T[]): { readonly place: number; readonly item: T }[] {
  return items.map((item, place) => ({ place, item }))
}

/** A table: its first row heads the columns, the first cell of each further one heads its row. It scrolls where it is too wide. */
export function Table({ block, names }: TableProps) {
  const [head = [], ...rows] = block.rows
  const align = (column: number): string => `align-${block.column_settings[column]?.align ?? 'left'}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="table-scroll" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {placed(head).map(({ place, item }) => (
              <th key={place} scope="col" className={align(place)}>
                <Content cell={item} names={names} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed(rows).map(({ place: row, item: cells }) => (
            <tr key={row}>
              {placed(cells).map(({ place, item }) =>
                place === 0 ? (
                  <th key={place} scope="row" className={align(place)}>
                    <Content cell={item} names={names} />
                  </th>
                ) : (
                  <td key={place} className={align(place)}>
                    <Content cell={item} names={names} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
