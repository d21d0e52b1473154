// Made by scripts/generate-schema.mjs; change tflite.fbs instead.

import {
  ATan2Options,
  ATan2OptionsT,
  AbsOptions,
  AbsOptionsT,
  AddNOptions,
  AddNOptionsT,
  AddOptions,
  AddOptionsT,
  ArgMaxOptions,
  ArgMaxOptionsT,
  ArgMinOptions,
  ArgMinOptionsT,
  AssignVariableOptions,
  AssignVariableOptionsT,
  BatchMatMulOptions,
  BatchMatMulOptionsT,
  BatchToSpaceNDOptions,
  BatchToSpaceNDOptionsT,
  BidirectionalSequenceLSTMOptions,
  BidirectionalSequenceLSTMOptionsT,
  BidirectionalSequenceRNNOptions,
  BidirectionalSequenceRNNOptionsT,
  BitcastOptions,
  BitcastOptionsT,
  BitwiseXorOptions,
  BitwiseXorOptionsT,
  BroadcastToOptions,
  BroadcastToOptionsT,
  BucketizeOptions,
  BucketizeOptionsT,
  CallOnceOptions,
  CallOnceOptionsT,
  CallOptions,
  CallOptionsT,
  CastOptions,
  CastOptionsT,
  ConcatEmbeddingsOptions,
  ConcatEmbeddingsOptionsT,
  ConcatenationOptions,
  ConcatenationOptionsT,
  Conv2DOptions,
  Conv2DOptionsT,
  Conv3DOptions,
  Conv3DOptionsT,
  CosOptions,
  CosOptionsT,
  CumsumOptions,
  CumsumOptionsT,
  DensifyOptions,
  DensifyOptionsT,
  DepthToSpaceOptions,
  DepthToSpaceOptionsT,
  DepthwiseConv2DOptions,
  DepthwiseConv2DOptionsT,
  DequantizeOptions,
  DequantizeOptionsT,
  DilateOptions,
  DilateOptionsT,
  DivOptions,
  DivOptionsT,
  DynamicUpdateSliceOptions,
  DynamicUpdateSliceOptionsT,
  EmbeddingLookupSparseOptions,
  EmbeddingLookupSparseOptionsT,
  EqualOptions,
  EqualOptionsT,
  ExpOptions,
  ExpOptionsT,
  ExpandDimsOptions,
  ExpandDimsOptionsT,
  FakeQuantOptions,
  FakeQuantOptionsT,
  FillOptions,
  FillOptionsT,
  FloorDivOptions,
  FloorDivOptionsT,
  FloorModOptions,
  FloorModOptionsT,
  FullyConnectedOptions,
  FullyConnectedOptionsT,
  GatherNdOptions,
  GatherNdOptionsT,
  GatherOptions,
  GatherOptionsT,
  GeluOptions,
  GeluOptionsT,
  GreaterEqualOptions,
  GreaterEqualOptionsT,
  GreaterOptions,
  GreaterOptionsT,
  HardSwishOptions,
  HardSwishOptionsT,
  HashtableFindOptions,
  HashtableFindOptionsT,
  HashtableImportOptions,
  HashtableImportOptionsT,
  HashtableOptions,
  HashtableOptionsT,
  HashtableSizeOptions,
  HashtableSizeOptionsT,
  IfOptions,
  IfOptionsT,
  L2NormOptions,
  L2NormOptionsT,
  LSHProjectionOptions,
  LSHProjectionOptionsT,
  LSTMOptions,
  LSTMOptionsT,
  LeakyReluOptions,
  LeakyReluOptionsT,
  LessEqualOptions,
  LessEqualOptionsT,
  LessOptions,
  LessOptionsT,
  LocalResponseNormalizationOptions,
  LocalResponseNormalizationOptionsT,
  LogSoftmaxOptions,
  LogSoftmaxOptionsT,
  LogicalAndOptions,
  LogicalAndOptionsT,
  LogicalNotOptions,
  LogicalNotOptionsT,
  LogicalOrOptions,
  LogicalOrOptionsT,
  MatrixDiagOptions,
  MatrixDiagOptionsT,
  MatrixSetDiagOptions,
  MatrixSetDiagOptionsT,
  MaximumMinimumOptions,
  MaximumMinimumOptionsT,
  MirrorPadOptions,
  MirrorPadOptionsT,
  MulOptions,
  MulOptionsT,
  NegOptions,
  NegOptionsT,
  NonMaxSuppressionV4Options,
  NonMaxSuppressionV4OptionsT,
  NonMaxSuppressionV5Options,
  NonMaxSuppressionV5OptionsT,
  NotEqualOptions,
  NotEqualOptionsT,
  OneHotOptions,
  OneHotOptionsT,
  PackOptions,
  PackOptionsT,
  PadOptions,
  PadOptionsT,
  PadV2Options,
  PadV2OptionsT,
  Pool2DOptions,
  Pool2DOptionsT,
  PowOptions,
  PowOptionsT,
  QuantizeOptions,
  QuantizeOptionsT,
  RNNOptions,
  RNNOptionsT,
  RandomOptions,
  RandomOptionsT,
  RangeOptions,
  RangeOptionsT,
  RankOptions,
  RankOptionsT,
  ReadVariableOptions,
  ReadVariableOptionsT,
  ReduceWindowOptions,
  ReduceWindowOptionsT,
  ReducerOptions,
  ReducerOptionsT,
  ReshapeOptions,
  ReshapeOptionsT,
  ResizeBilinearOptions,
  ResizeBilinearOptionsT,
  ResizeNearestNeighborOptions,
  ResizeNearestNeighborOptionsT,
  ReverseSequenceOptions,
  ReverseSequenceOptionsT,
  ReverseV2Options,
  ReverseV2OptionsT,
  Rfft2dOptions,
  Rfft2dOptionsT,
  RightShiftOptions,
  RightShiftOptionsT,
  SVDFOptions,
  SVDFOptionsT,
  ScatterNdOptions,
  ScatterNdOptionsT,
  SegmentSumOptions,
  SegmentSumOptionsT,
  SelectOptions,
  SelectOptionsT,
  SelectV2Options,
  SelectV2OptionsT,
  SequenceRNNOptions,
  SequenceRNNOptionsT,
  ShapeOptions,
  ShapeOptionsT,
  SignOptions,
  SignOptionsT,
  SkipGramOptions,
  SkipGramOptionsT,
  SliceOptions,
  SliceOptionsT,
  SoftmaxOptions,
  SoftmaxOptionsT,
  SpaceToBatchNDOptions,
  SpaceToBatchNDOptionsT,
  SpaceToDepthOptions,
  SpaceToDepthOptionsT,
  SparseToDenseOptions,
  SparseToDenseOptionsT,
  SplitOptions,
  SplitOptionsT,
  SplitVOptions,
  SplitVOptionsT,
  SquareOptions,
  SquareOptionsT,
  SquaredDifferenceOptions,
  SquaredDifferenceOptionsT,
  SqueezeOptions,
  SqueezeOptionsT,
  StableHLOCompositeOptions,
  StableHLOCompositeOptionsT,
  StablehloBroadcastInDimOptions,
  StablehloBroadcastInDimOptionsT,
  StablehloCaseOptions,
  StablehloCaseOptionsT,
  StablehloCompareOptions,
  StablehloCompareOptionsT,
  StablehloConcatenateOptions,
  StablehloConcatenateOptionsT,
  StablehloConvolutionOptions,
  StablehloConvolutionOptionsT,
  StablehloCustomCallOptions,
  StablehloCustomCallOptionsT,
  StablehloDotGeneralOptions,
  StablehloDotGeneralOptionsT,
  StablehloDynamicSliceOptions,
  StablehloDynamicSliceOptionsT,
  StablehloGatherOptions,
  StablehloGatherOptionsT,
  StablehloIotaOptions,
  StablehloIotaOptionsT,
  StablehloPadOptions,
  StablehloPadOptionsT,
  StablehloReduceOptions,
  StablehloReduceOptionsT,
  StablehloReduceWindowOptions,
  StablehloReduceWindowOptionsT,
  StablehloRngBitGeneratorOptions,
  StablehloRngBitGeneratorOptionsT,
  StablehloScatterOptions,
  StablehloScatterOptionsT,
  StablehloShiftLeftOptions,
  StablehloShiftLeftOptionsT,
  StablehloSliceOptions,
  StablehloSliceOptionsT,
  StablehloSortOptions,
  StablehloSortOptionsT,
  StablehloTransposeOptions,
  StablehloTransposeOptionsT,
  StablehloWhileOptions,
  StablehloWhileOptionsT,
  StridedSliceOptions,
  StridedSliceOptionsT,
  SubOptions,
  SubOptionsT,
  TileOptions,
  TileOptionsT,
  TopKV2Options,
  TopKV2OptionsT,
  TransposeConvOptions,
  TransposeConvOptionsT,
  TransposeOptions,
  TransposeOptionsT,
  UnidirectionalSequenceLSTMOptions,
  UnidirectionalSequenceLSTMOptionsT,
  UniqueOptions,
  UniqueOptionsT,
  UnpackOptions,
  UnpackOptionsT,
  UnsortedSegmentMaxOptions,
  UnsortedSegmentMaxOptionsT,
  UnsortedSegmentMinOptions,
  UnsortedSegmentMinOptionsT,
  UnsortedSegmentProdOptions,
  UnsortedSegmentProdOptionsT,
  UnsortedSegmentSumOptions,
  UnsortedSegmentSumOptionsT,
  VarHandleOptions,
  VarHandleOptionsT,
  WhereOptions,
  WhereOptionsT,
  WhileOptions,
  WhileOptionsT,
  ZerosLikeOptions,
  ZerosLikeOptionsT,
} from './index.js';

/** Any operator options, as an object. */
export type AnyOptions =
  | ATan2OptionsT
  | AbsOptionsT
  | AddNOptionsT
  | AddOptionsT
  | ArgMaxOptionsT
  | ArgMinOptionsT
  | AssignVariableOptionsT
  | BatchMatMulOptionsT
  | BatchToSpaceNDOptionsT
  | BidirectionalSequenceLSTMOptionsT
  | BidirectionalSequenceRNNOptionsT
  | BitcastOptionsT
  | BitwiseXorOptionsT
  | BroadcastToOptionsT
  | BucketizeOptionsT
  | CallOnceOptionsT
  | CallOptionsT
  | CastOptionsT
  | ConcatEmbeddingsOptionsT
  | ConcatenationOptionsT
  | Conv2DOptionsT
  | Conv3DOptionsT
  | CosOptionsT
  | CumsumOptionsT
  | DensifyOptionsT
  | DepthToSpaceOptionsT
  | DepthwiseConv2DOptionsT
  | DequantizeOptionsT
  | DilateOptionsT
  | DivOptionsT
  | DynamicUpdateSliceOptionsT
  | EmbeddingLookupSparseOptionsT
  | EqualOptionsT
  | ExpOptionsT
  | ExpandDimsOptionsT
  | FakeQuantOptionsT
  | FillOptionsT
  | FloorDivOptionsT
  | FloorModOptionsT
  | FullyConnectedOptionsT
  | GatherNdOptionsT
  | GatherOptionsT
  | GeluOptionsT
  | GreaterEqualOptionsT
  | GreaterOptionsT
  | HardSwishOptionsT
  | HashtableFindOptionsT
  | HashtableImportOptionsT
  | HashtableOptionsT
  | HashtableSizeOptionsT
  | IfOptionsT
  | L2NormOptionsT
  | LSHProjectionOptionsT
  | LSTMOptionsT
  | LeakyReluOptionsT
  | LessEqualOptionsT
  | LessOptionsT
  | LocalResponseNormalizationOptionsT
  | LogSoftmaxOptionsT
  | LogicalAndOptionsT
  | LogicalNotOptionsT
  | LogicalOrOptionsT
  | MatrixDiagOptionsT
  | MatrixSetDiagOptionsT
  | MaximumMinimumOptionsT
  | MirrorPadOptionsT
  | MulOptionsT
  | NegOptionsT
  | NonMaxSuppressionV4OptionsT
  | NonMaxSuppressionV5OptionsT
  | NotEqualOptionsT
  | OneHotOptionsT
  | PackOptionsT
  | PadOptionsT
  | PadV2OptionsT
  | Pool2DOptionsT
  | PowOptionsT
  | QuantizeOptionsT
  | RNNOptionsT
  | RandomOptionsT
  | RangeOptionsT
  | RankOptionsT
  | ReadVariableOptionsT
  | ReduceWindowOptionsT
  | ReducerOptionsT
  | ReshapeOptionsT
  | ResizeBilinearOptionsT
  | ResizeNearestNeighborOptionsT
  | ReverseSequenceOptionsT
  | ReverseV2OptionsT
  | Rfft2dOptionsT
  | RightShiftOptionsT
  | SVDFOptionsT
  | ScatterNdOptionsT
  | SegmentSumOptionsT
  | SelectOptionsT
  | SelectV2OptionsT
  | SequenceRNNOptionsT
  | ShapeOptionsT
  | SignOptionsT
  | SkipGramOptionsT
  | SliceOptionsT
  | SoftmaxOptionsT
  | SpaceToBatchNDOptionsT
  | SpaceToDepthOptionsT
  | SparseToDenseOptionsT
  | SplitOptionsT
  | SplitVOptionsT
  | SquareOptionsT
  | SquaredDifferenceOptionsT
  | SqueezeOptionsT
  | StableHLOCompositeOptionsT
  | StablehloBroadcastInDimOptionsT
  | StablehloCaseOptionsT
  | StablehloCompareOptionsT
  | StablehloConcatenateOptionsT
  | StablehloConvolutionOptionsT
  | StablehloCustomCallOptionsT
  | StablehloDotGeneralOptionsT
  | StablehloDynamicSliceOptionsT
  | StablehloGatherOptionsT
  | StablehloIotaOptionsT
  | StablehloPadOptionsT
  | StablehloReduceOptionsT
  | StablehloReduceWindowOptionsT
  | StablehloRngBitGeneratorOptionsT
  | StablehloScatterOptionsT
  | StablehloShiftLeftOptionsT
  | StablehloSliceOptionsT
  | StablehloSortOptionsT
  | StablehloTransposeOptionsT
  | StablehloWhileOptionsT
  | StridedSliceOptionsT
  | SubOptionsT
  | TileOptionsT
  | TopKV2OptionsT
  | TransposeConvOptionsT
  | TransposeOptionsT
  | UnidirectionalSequenceLSTMOptionsT
  | UniqueOptionsT
  | UnpackOptionsT
  | UnsortedSegmentMaxOptionsT
  | UnsortedSegmentMinOptionsT
  | UnsortedSegmentProdOptionsT
  | UnsortedSegmentSumOptionsT
  | VarHandleOptionsT
  | WhereOptionsT
  | WhileOptionsT
  | ZerosLikeOptionsT;

export const builtinOptions = [
  { union: 'BuiltinOptions', number: 1, accessor: Conv2DOptions, object: Conv2DOptionsT },
  { union: 'BuiltinOptions', number: 2, accessor: DepthwiseConv2DOptions, object: DepthwiseConv2DOptionsT },
  { union: 'BuiltinOptions', number: 3, accessor: ConcatEmbeddingsOptions, object: ConcatEmbeddingsOptionsT },
  { union: 'BuiltinOptions', number: 4, accessor: LSHProjectionOptions, object: LSHProjectionOptionsT },
  { union: 'BuiltinOptions', number: 5, accessor: Pool2DOptions, object: Pool2DOptionsT },
  { union: 'BuiltinOptions', number: 6, accessor: SVDFOptions, object: SVDFOptionsT },
  { union: 'BuiltinOptions', number: 7, accessor: RNNOptions, object: RNNOptionsT },
  { union: 'BuiltinOptions', number: 8, accessor: FullyConnectedOptions, object: FullyConnectedOptionsT },
  { union: 'BuiltinOptions', number: 9, accessor: SoftmaxOptions, object: SoftmaxOptionsT },
  { union: 'BuiltinOptions', number: 10, accessor: ConcatenationOptions, object: ConcatenationOptionsT },
  { union: 'BuiltinOptions', number: 11, accessor: AddOptions, object: AddOptionsT },
  { union: 'BuiltinOptions', number: 12, accessor: L2NormOptions, object: L2NormOptionsT },
  { union: 'BuiltinOptions', number: 13, accessor: LocalResponseNormalizationOptions, object: LocalResponseNormalizationOptionsT },
  { union: 'BuiltinOptions', number: 14, accessor: LSTMOptions, object: LSTMOptionsT },
  { union: 'BuiltinOptions', number: 15, accessor: ResizeBilinearOptions, object: ResizeBilinearOptionsT },
  { union: 'BuiltinOptions', number: 16, accessor: CallOptions, object: CallOptionsT },
  { union: 'BuiltinOptions', number: 17, accessor: ReshapeOptions, object: ReshapeOptionsT },
  { union: 'BuiltinOptions', number: 18, accessor: SkipGramOptions, object: SkipGramOptionsT },
  { union: 'BuiltinOptions', number: 19, accessor: SpaceToDepthOptions, object: SpaceToDepthOptionsT },
  { union: 'BuiltinOptions', number: 20, accessor: EmbeddingLookupSparseOptions, object: EmbeddingLookupSparseOptionsT },
  { union: 'BuiltinOptions', number: 21, accessor: MulOptions, object: MulOptionsT },
  { union: 'BuiltinOptions', number: 22, accessor: PadOptions, object: PadOptionsT },
  { union: 'BuiltinOptions', number: 23, accessor: GatherOptions, object: GatherOptionsT },
  { union: 'BuiltinOptions', number: 24, accessor: BatchToSpaceNDOptions, object: BatchToSpaceNDOptionsT },
  { union: 'BuiltinOptions', number: 25, accessor: SpaceToBatchNDOptions, object: SpaceToBatchNDOptionsT },
  { union: 'BuiltinOptions', number: 26, accessor: TransposeOptions, object: TransposeOptionsT },
  { union: 'BuiltinOptions', number: 27, accessor: ReducerOptions, object: ReducerOptionsT },
  { union: 'BuiltinOptions', number: 28, accessor: SubOptions, object: SubOptionsT },
  { union: 'BuiltinOptions', number: 29, accessor: DivOptions, object: DivOptionsT },
  { union: 'BuiltinOptions', number: 30, accessor: SqueezeOptions, object: SqueezeOptionsT },
  { union: 'BuiltinOptions', number: 31, accessor: SequenceRNNOptions, object: SequenceRNNOptionsT },
  { union: 'BuiltinOptions', number: 32, accessor: StridedSliceOptions, object: StridedSliceOptionsT },
  { union: 'BuiltinOptions', number: 33, accessor: ExpOptions, object: ExpOptionsT },
  { union: 'BuiltinOptions', number: 34, accessor: TopKV2Options, object: TopKV2OptionsT },
  { union: 'BuiltinOptions', number: 35, accessor: SplitOptions, object: SplitOptionsT },
  { union: 'BuiltinOptions', number: 36, accessor: LogSoftmaxOptions, object: LogSoftmaxOptionsT },
  { union: 'BuiltinOptions', number: 37, accessor: CastOptions, object: CastOptionsT },
  { union: 'BuiltinOptions', number: 38, accessor: DequantizeOptions, object: DequantizeOptionsT },
  { union: 'BuiltinOptions', number: 39, accessor: MaximumMinimumOptions, object: MaximumMinimumOptionsT },
  { union: 'BuiltinOptions', number: 40, accessor: ArgMaxOptions, object: ArgMaxOptionsT },
  { union: 'BuiltinOptions', number: 41, accessor: LessOptions, object: LessOptionsT },
  { union: 'BuiltinOptions', number: 42, accessor: NegOptions, object: NegOptionsT },
  { union: 'BuiltinOptions', number: 43, accessor: PadV2Options, object: PadV2OptionsT },
  { union: 'BuiltinOptions', number: 44, accessor: GreaterOptions, object: GreaterOptionsT },
  { union: 'BuiltinOptions', number: 45, accessor: GreaterEqualOptions, object: GreaterEqualOptionsT },
  { union: 'BuiltinOptions', number: 46, accessor: LessEqualOptions, object: LessEqualOptionsT },
  { union: 'BuiltinOptions', number: 47, accessor: SelectOptions, object: SelectOptionsT },
  { union: 'BuiltinOptions', number: 48, accessor: SliceOptions, object: SliceOptionsT },
  { union: 'BuiltinOptions', number: 49, accessor: TransposeConvOptions, object: TransposeConvOptionsT },
  { union: 'BuiltinOptions', number: 50, accessor: SparseToDenseOptions, object: SparseToDenseOptionsT },
  { union: 'BuiltinOptions', number: 51, accessor: TileOptions, object: TileOptionsT },
  { union: 'BuiltinOptions', number: 52, accessor: ExpandDimsOptions, object: ExpandDimsOptionsT },
  { union: 'BuiltinOptions', number: 53, accessor: EqualOptions, object: EqualOptionsT },
  { union: 'BuiltinOptions', number: 54, accessor: NotEqualOptions, object: NotEqualOptionsT },
  { union: 'BuiltinOptions', number: 55, accessor: ShapeOptions, object: ShapeOptionsT },
  { union: 'BuiltinOptions', number: 56, accessor: PowOptions, object: PowOptionsT },
  { union: 'BuiltinOptions', number: 57, accessor: ArgMinOptions, object: ArgMinOptionsT },
  { union: 'BuiltinOptions', number: 58, accessor: FakeQuantOptions, object: FakeQuantOptionsT },
  { union: 'BuiltinOptions', number: 59, accessor: PackOptions, object: PackOptionsT },
  { union: 'BuiltinOptions', number: 60, accessor: LogicalOrOptions, object: LogicalOrOptionsT },
  { union: 'BuiltinOptions', number: 61, accessor: OneHotOptions, object: OneHotOptionsT },
  { union: 'BuiltinOptions', number: 62, accessor: LogicalAndOptions, object: LogicalAndOptionsT },
  { union: 'BuiltinOptions', number: 63, accessor: LogicalNotOptions, object: LogicalNotOptionsT },
  { union: 'BuiltinOptions', number: 64, accessor: UnpackOptions, object: UnpackOptionsT },
  { union: 'BuiltinOptions', number: 65, accessor: FloorDivOptions, object: FloorDivOptionsT },
  { union: 'BuiltinOptions', number: 66, accessor: SquareOptions, object: SquareOptionsT },
  { union: 'BuiltinOptions', number: 67, accessor: ZerosLikeOptions, object: ZerosLikeOptionsT },
  { union: 'BuiltinOptions', number: 68, accessor: FillOptions, object: FillOptionsT },
  { union: 'BuiltinOptions', number: 69, accessor: BidirectionalSequenceLSTMOptions, object: BidirectionalSequenceLSTMOptionsT },
  { union: 'BuiltinOptions', number: 70, accessor: BidirectionalSequenceRNNOptions, object: BidirectionalSequenceRNNOptionsT },
  { union: 'BuiltinOptions', number: 71, accessor: UnidirectionalSequenceLSTMOptions, object: UnidirectionalSequenceLSTMOptionsT },
  { union: 'BuiltinOptions', number: 72, accessor: FloorModOptions, object: FloorModOptionsT },
  { union: 'BuiltinOptions', number: 73, accessor: RangeOptions, object: RangeOptionsT },
  { union: 'BuiltinOptions', number: 74, accessor: ResizeNearestNeighborOptions, object: ResizeNearestNeighborOptionsT },
  { union: 'BuiltinOptions', number: 75, accessor: LeakyReluOptions, object: LeakyReluOptionsT },
  { union: 'BuiltinOptions', number: 76, accessor: SquaredDifferenceOptions, object: SquaredDifferenceOptionsT },
  { union: 'BuiltinOptions', number: 77, accessor: MirrorPadOptions, object: MirrorPadOptionsT },
  { union: 'BuiltinOptions', number: 78, accessor: AbsOptions, object: AbsOptionsT },
  { union: 'BuiltinOptions', number: 79, accessor: SplitVOptions, object: SplitVOptionsT },
  { union: 'BuiltinOptions', number: 80, accessor: UniqueOptions, object: UniqueOptionsT },
  { union: 'BuiltinOptions', number: 81, accessor: ReverseV2Options, object: ReverseV2OptionsT },
  { union: 'BuiltinOptions', number: 82, accessor: AddNOptions, object: AddNOptionsT },
  { union: 'BuiltinOptions', number: 83, accessor: GatherNdOptions, object: GatherNdOptionsT },
  { union: 'BuiltinOptions', number: 84, accessor: CosOptions, object: CosOptionsT },
  { union: 'BuiltinOptions', number: 85, accessor: WhereOptions, object: WhereOptionsT },
  { union: 'BuiltinOptions', number: 86, accessor: RankOptions, object: RankOptionsT },
  { union: 'BuiltinOptions', number: 87, accessor: ReverseSequenceOptions, object: ReverseSequenceOptionsT },
  { union: 'BuiltinOptions', number: 88, accessor: MatrixDiagOptions, object: MatrixDiagOptionsT },
  { union: 'BuiltinOptions', number: 89, accessor: QuantizeOptions, object: QuantizeOptionsT },
  { union: 'BuiltinOptions', number: 90, accessor: MatrixSetDiagOptions, object: MatrixSetDiagOptionsT },
  { union: 'BuiltinOptions', number: 91, accessor: HardSwishOptions, object: HardSwishOptionsT },
  { union: 'BuiltinOptions', number: 92, accessor: IfOptions, object: IfOptionsT },
  { union: 'BuiltinOptions', number: 93, accessor: WhileOptions, object: WhileOptionsT },
  { union: 'BuiltinOptions', number: 94, accessor: DepthToSpaceOptions, object: DepthToSpaceOptionsT },
  { union: 'BuiltinOptions', number: 95, accessor: NonMaxSuppressionV4Options, object: NonMaxSuppressionV4OptionsT },
  { union: 'BuiltinOptions', number: 96, accessor: NonMaxSuppressionV5Options, object: NonMaxSuppressionV5OptionsT },
  { union: 'BuiltinOptions', number: 97, accessor: ScatterNdOptions, object: ScatterNdOptionsT },
  { union: 'BuiltinOptions', number: 98, accessor: SelectV2Options, object: SelectV2OptionsT },
  { union: 'BuiltinOptions', number: 99, accessor: DensifyOptions, object: DensifyOptionsT },
  { union: 'BuiltinOptions', number: 100, accessor: SegmentSumOptions, object: SegmentSumOptionsT },
  { union: 'BuiltinOptions', number: 101, accessor: BatchMatMulOptions, object: BatchMatMulOptionsT },
  { union: 'BuiltinOptions', number: 102, accessor: CumsumOptions, object: CumsumOptionsT },
  { union: 'BuiltinOptions', number: 103, accessor: CallOnceOptions, object: CallOnceOptionsT },
  { union: 'BuiltinOptions', number: 104, accessor: BroadcastToOptions, object: BroadcastToOptionsT },
  { union: 'BuiltinOptions', number: 105, accessor: Rfft2dOptions, object: Rfft2dOptionsT },
  { union: 'BuiltinOptions', number: 106, accessor: Conv3DOptions, object: Conv3DOptionsT },
  { union: 'BuiltinOptions', number: 107, accessor: HashtableOptions, object: HashtableOptionsT },
  { union: 'BuiltinOptions', number: 108, accessor: HashtableFindOptions, object: HashtableFindOptionsT },
  { union: 'BuiltinOptions', number: 109, accessor: HashtableImportOptions, object: HashtableImportOptionsT },
  { union: 'BuiltinOptions', number: 110, accessor: HashtableSizeOptions, object: HashtableSizeOptionsT },
  { union: 'BuiltinOptions', number: 111, accessor: VarHandleOptions, object: VarHandleOptionsT },
  { union: 'BuiltinOptions', number: 112, accessor: ReadVariableOptions, object: ReadVariableOptionsT },
  { union: 'BuiltinOptions', number: 113, accessor: AssignVariableOptions, object: AssignVariableOptionsT },
  { union: 'BuiltinOptions', number: 114, accessor: RandomOptions, object: RandomOptionsT },
  { union: 'BuiltinOptions', number: 115, accessor: BucketizeOptions, object: BucketizeOptionsT },
  { union: 'BuiltinOptions', number: 116, accessor: GeluOptions, object: GeluOptionsT },
  { union: 'BuiltinOptions', number: 117, accessor: DynamicUpdateSliceOptions, object: DynamicUpdateSliceOptionsT },
  { union: 'BuiltinOptions', number: 118, accessor: UnsortedSegmentProdOptions, object: UnsortedSegmentProdOptionsT },
  { union: 'BuiltinOptions', number: 119, accessor: UnsortedSegmentMaxOptions, object: UnsortedSegmentMaxOptionsT },
  { union: 'BuiltinOptions', number: 120, accessor: UnsortedSegmentMinOptions, object: UnsortedSegmentMinOptionsT },
  { union: 'BuiltinOptions', number: 121, accessor: UnsortedSegmentSumOptions, object: UnsortedSegmentSumOptionsT },
  { union: 'BuiltinOptions', number: 122, accessor: ATan2Options, object: ATan2OptionsT },
  { union: 'BuiltinOptions', number: 123, accessor: SignOptions, object: SignOptionsT },
  { union: 'BuiltinOptions', number: 124, accessor: BitcastOptions, object: BitcastOptionsT },
  { union: 'BuiltinOptions', number: 125, accessor: BitwiseXorOptions, object: BitwiseXorOptionsT },
  { union: 'BuiltinOptions', number: 126, accessor: RightShiftOptions, object: RightShiftOptionsT },
  { union: 'BuiltinOptions2', number: 1, accessor: StablehloConcatenateOptions, object: StablehloConcatenateOptionsT },
  { union: 'BuiltinOptions2', number: 2, accessor: StablehloBroadcastInDimOptions, object: StablehloBroadcastInDimOptionsT },
  { union: 'BuiltinOptions2', number: 3, accessor: StablehloSliceOptions, object: StablehloSliceOptionsT },
  { union: 'BuiltinOptions2', number: 4, accessor: StablehloConvolutionOptions, object: StablehloConvolutionOptionsT },
  { union: 'BuiltinOptions2', number: 5, accessor: StablehloCustomCallOptions, object: StablehloCustomCallOptionsT },
  { union: 'BuiltinOptions2', number: 6, accessor: StablehloReduceOptions, object: StablehloReduceOptionsT },
  { union: 'BuiltinOptions2', number: 7, accessor: StablehloScatterOptions, object: StablehloScatterOptionsT },
  { union: 'BuiltinOptions2', number: 8, accessor: StablehloCompareOptions, object: StablehloCompareOptionsT },
  { union: 'BuiltinOptions2', number: 9, accessor: StablehloDynamicSliceOptions, object: StablehloDynamicSliceOptionsT },
  { union: 'BuiltinOptions2', number: 10, accessor: StablehloPadOptions, object: StablehloPadOptionsT },
  { union: 'BuiltinOptions2', number: 11, accessor: StablehloIotaOptions, object: StablehloIotaOptionsT },
  { union: 'BuiltinOptions2', number: 12, accessor: StablehloDotGeneralOptions, object: StablehloDotGeneralOptionsT },
  { union: 'BuiltinOptions2', number: 13, accessor: StablehloReduceWindowOptions, object: StablehloReduceWindowOptionsT },
  { union: 'BuiltinOptions2', number: 14, accessor: StablehloSortOptions, object: StablehloSortOptionsT },
  { union: 'BuiltinOptions2', number: 15, accessor: StablehloWhileOptions, object: StablehloWhileOptionsT },
  { union: 'BuiltinOptions2', number: 16, accessor: StablehloGatherOptions, object: StablehloGatherOptionsT },
  { union: 'BuiltinOptions2', number: 17, accessor: StablehloTransposeOptions, object: StablehloTransposeOptionsT },
  { union: 'BuiltinOptions2', number: 18, accessor: DilateOptions, object: DilateOptionsT },
  { union: 'BuiltinOptions2', number: 19, accessor: StablehloRngBitGeneratorOptions, object: StablehloRngBitGeneratorOptionsT },
  { union: 'BuiltinOptions2', number: 20, accessor: ReduceWindowOptions, object: ReduceWindowOptionsT },
  { union: 'BuiltinOptions2', number: 21, accessor: StableHLOCompositeOptions, object: StableHLOCompositeOptionsT },
  { union: 'BuiltinOptions2', number: 22, accessor: StablehloShiftLeftOptions, object: StablehloShiftLeftOptionsT },
  { union: 'BuiltinOptions2', number: 23, accessor: StablehloCaseOptions, object: StablehloCaseOptionsT },
] as const;
