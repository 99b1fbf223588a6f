/** What is wrong with a report, and where: the record and the field, as somebody looking into the file finds them. */
export class ReportProblem extends Error {
  readonly place: string
  constructor(place: string, message: string) {
    super(message)
    this.name = 'ReportProblem'
    this.place = place
  }
}
