"""Runs a model in LiteRT for this machine and writes what its outputs mean, as float32.

  python3 judge.py MODEL OUT SAMPLES...

SAMPLES are .npy files, one an input of the main subgraph, in its order: float32, the first dimension counts samples,
the others are the input's shape. Integer inputs with a scale are encoded by it, others rounded. OUT takes all samples
of the first output after one another, then all of the second, and so on. A line of JSON goes to the standard output:
[{"name", "shape", "samples"}], an output each, samples its number of values by sample.
"""

import json
import sys

import numpy as np
from ai_edge_litert.interpreter import Interpreter


def scale_of(detail):
    quantization = detail["quantization_parameters"]
    scales, zero_points = quantization["scales"], quantization["zero_points"]
    return (scales[0], zero_points[0]) if len(scales) == 1 else None


def encode(values, detail):
    kind = np.dtype(detail["dtype"])
    if kind.kind == "f":
        return values.astype(kind)
    if kind.kind == "b":
        return values != 0
    scaled = values
    if scale_of(detail):
        scale, zero_point = scale_of(detail)
        scaled = values / scale + zero_point
    limits = np.iinfo(kind)
    return np.clip(np.rint(scaled), limits.min, limits.max).astype(kind)


def decode(values, detail):
    if np.dtype(detail["dtype"]).kind in "iu" and scale_of(detail):
        scale, zero_point = scale_of(detail)
        return (values.astype(np.float32) - zero_point) * scale
    return values.astype(np.float32)


def main():
    model, out, *files = sys.argv[1:]
    samples = [np.load(file) for file in files]
    interpreter = Interpreter(model_path=model, num_threads=1)
    for detail, values in zip(interpreter.get_input_details(), samples, strict=True):
        if list(detail["shape"]) != list(values.shape[1:]):
            interpreter.resize_tensor_input(detail["index"], values.shape[1:])
    interpreter.allocate_tensors()
    collected = [[] for _ in interpreter.get_output_details()]
    for i in range(len(samples[0])):
        interpreter.reset_all_variables()
        for detail, values in zip(interpreter.get_input_details(), samples):
            interpreter.set_tensor(detail["index"], encode(values[i], detail).reshape(values.shape[1:]))
        interpreter.invoke()
        for detail, found in zip(interpreter.get_output_details(), collected):
            found.append(decode(interpreter.get_tensor(detail["index"]), detail))
    with open(out, "wb") as file:
        for found in collected:
            file.write(np.concatenate([values.ravel() for values in found]).astype("<f4").tobytes())
    details = interpreter.get_output_details()
    told = [
        {"name": detail["name"], "shape": list(map(int, found[0].shape)), "samples": [int(v.size) for v in found]}
        for detail, found in zip(details, collected)
    ]
    print(json.dumps(told))


main()
