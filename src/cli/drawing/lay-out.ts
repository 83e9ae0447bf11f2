import { type Graph, instance } from '@viz-js/viz'
import { z } from 'zod'

const Point = z.tuple([z.number(), z.number()])
export type Point = Readonly<z.infer<typeof Point>>

/** A box of a fixed width made of rows, from each of which lines may leave. */
export interface Box {
  readonly width: number
  /** Heights in whole pixels, from the top. */
  readonly rows: readonly number[]
}

/** A line from a row of one box to the first row of another; boxes are named by their index. */
export interface Line {
  readonly from: number
  readonly row: number
  readonly to: number
}

export interface Layout {
  /** The upper left corner of each box. */
  readonly corners: readonly Point[]
  /** Each line as a Bézier curve: a start, then three points a piece. */
  readonly curves: readonly (readonly Point[])[]
}

export type LayOut = (boxes: readonly Box[], lines: readonly Line[]) => Layout

/** The part of Graphviz's JSON that is read; `pos` is the middle of a box. */
const Drawn = z.object({
  objects: z.array(z.object({ id: z.string(), pos: z.string() })).default([]),
  edges: z
    .array(
      z.object({
        id: z.string(),
        _draw_: z.array(z.object({ op: z.string(), points: z.array(Point).optional() })),
      }),
    )
    .default([]),
})

/** An empty table, whose cells the lines leave from; all words are drawn later, so none of the content gets here. */
function table({ width, rows }: Box): string {
  const cells = rows.map(
    (height, row) => `<TR><TD PORT="r${row}" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${height}"></TD></TR>`,
  )
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">${cells.join('')}</TABLE>`
}

/** The words of Graphviz for what is to be laid out. */
function graphOf(boxes: readonly Box[], lines: readonly Line[]): Graph {
  return {
    directed: true,
    graphAttributes: { rankdir: 'LR', ranksep: 0.6, nodesep: 0.25 },
    nodeAttributes: { shape: 'plain' },
    edgeAttributes: { arrowhead: 'none' },
    nodes: boxes.map((box, at) => ({
      name: `b${at}`,
      attributes: { id: `b${at}`, label: { html: table(box) } },
    })),
    edges: lines.map(({ from, row, to }, at) => ({
      tail: `b${from}`,
      head: `b${to}`,
      attributes: { id: `l${at}`, tailport: `r${row}:e`, headport: 'r0:w' },
    })),
  }
}

/** Loads Graphviz; the function lays boxes out from left to right, in pixels, y growing downwards. */
export async function loadLayOut(): Promise<LayOut> {
  const graphviz = await instance()
  return (boxes, lines) => {
    const { objects, edges } = Drawn.parse(graphviz.renderJSON(graphOf(boxes, lines), { yInvert: true }))
    const positions = new Map(objects.map(({ id, pos }) => [id, pos.split(',').map(Number)]))
    const curves = new Map(
      edges.map(({ id, _draw_ }) => [id, _draw_.find(({ op }) => op === 'b')?.points ?? []]),
    )
    return {
      corners: boxes.map(({ width, rows }, at) => {
        const [x = 0, y = 0] = positions.get(`b${at}`) ?? []
        return [x - width / 2, y - rows.reduce((sum, height) => sum + height, 0) / 2]
      }),
      curves: lines.map((_, at) => curves.get(`l${at}`) ?? []),
    }
  }
}
