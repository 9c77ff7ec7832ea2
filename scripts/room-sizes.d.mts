export interface Room {
  readonly name: string
  readonly limit: number
  readonly goal: number
  readonly modules: readonly string[]
  readonly without: readonly RegExp[]
}
export declare const rooms: readonly Room[]
export declare function sizeOfRoom(room: Room): Promise<number>
