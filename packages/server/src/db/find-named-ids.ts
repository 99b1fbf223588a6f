import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  FunctionNode,
  type OperationNode,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  ReferenceNode,
  type SelectQueryNode,
  TableNode,
  ValueListNode,
  ValueNode,
} from 'kysely'

/**
 * The ids that a query restricts one of its tables to (`risk.id = …`, `risk.id in (…)` or `risk.id = any (…)`), so that no other row need be read.
 * Null when it does not, or when the table stands in the query more than once and the condition is about one of them only.
 */
export function findNamedIds(query: SelectQueryNode, table: string): readonly unknown[] | null {
  if (query.where === undefined || countSources(query, table) !== 1) return null
  const isOnlyTable = query.joins === undefined && query.from?.froms.length === 1
  for (const condition of conditionsOf(query.where.where)) {
    const ids = idsOf(condition, table, isOnlyTable)
    if (ids !== null) return ids
  }
  return null
}

/** What all has to hold: the parts of `a and (b and c)`. */
function conditionsOf(node: OperationNode): readonly OperationNode[] {
  if (AndNode.is(node)) return [...conditionsOf(node.left), ...conditionsOf(node.right)]
  return ParensNode.is(node) ? conditionsOf(node.node) : [node]
}

function idsOf(node: OperationNode, table: string, isOnlyTable: boolean): readonly unknown[] | null {
  if (!BinaryOperationNode.is(node) || !isIdOf(node.leftOperand, table, isOnlyTable)) return null
  if (!OperatorNode.is(node.operator)) return null
  const { operator } = node.operator
  const { rightOperand } = node
  if (operator === '=' && ValueNode.is(rightOperand)) return [rightOperand.value]
  if (operator === '=') return membersOf(rightOperand)
  if (operator !== 'in') return null
  if (PrimitiveValueListNode.is(rightOperand)) return rightOperand.values
  if (!ValueListNode.is(rightOperand) || !rightOperand.values.every(ValueNode.is)) return null
  return rightOperand.values.map((value) => value.value)
}

/** Those of `any (…)`, for which one parameter holds them all. */
function membersOf(node: OperationNode): readonly unknown[] | null {
  if (!FunctionNode.is(node) || node.func !== 'any') return null
  const [list] = node.arguments
  return list !== undefined && ValueNode.is(list) && Array.isArray(list.value) ? list.value : null
}

function isIdOf(node: OperationNode, table: string, isOnlyTable: boolean): boolean {
  if (!ReferenceNode.is(node) || !ColumnNode.is(node.column) || node.column.column.name !== 'id') return false
  return node.table === undefined ? isOnlyTable : node.table.table.identifier.name === table
}

/** How often rows of the table come into the query, at any depth. */
function countSources(node: unknown, table: string): number {
  if (Array.isArray(node)) return node.reduce((sum: number, one) => sum + countSources(one, table), 0)
  if (typeof node !== 'object' || node === null) return 0
  const tree = node as Partial<OperationNode> & Record<string, unknown>
  // A column's table says where it comes from, not that rows come from it once more.
  if (tree.kind === 'ReferenceNode' || tree.kind === 'SelectAllNode') return 0
  if (tree.kind === 'TableNode') return TableNode.is(node as OperationNode) && nameOf(node) === table ? 1 : 0
  return Object.values(tree).reduce((sum: number, one) => sum + countSources(one, table), 0)
}

function nameOf(node: unknown): string {
  return (node as TableNode).table.identifier.name
}
