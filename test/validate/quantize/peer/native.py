"""Runs models in LiteRT for this machine, on XNNPACK, one thread; each sample begins with fresh states.

  python3 native.py JOBS.json

JOBS.json is a list of jobs: {"model", "inputs", "outputs"}: paths of the model, of a file with the bytes of all
inputs after one another for each sample, and of the file that takes the bytes of all outputs of that sample.
"""

import json
import sys

import numpy as np
from ai_edge_litert.interpreter import Interpreter


def read_inputs(interpreter, path):
    data = np.fromfile(path, np.uint8)
    start = 0
    for detail in interpreter.get_input_details():
        size = int(np.prod(detail["shape"])) * np.dtype(detail["dtype"]).itemsize
        values = data[start : start + size].view(detail["dtype"]).reshape(detail["shape"])
        interpreter.set_tensor(detail["index"], values)
        start += size


def main():
    with open(sys.argv[1]) as file:
        jobs = json.load(file)
    for job in jobs:
        interpreter = Interpreter(model_path=job["model"], num_threads=1)
        interpreter.allocate_tensors()
        for inputs, outputs in zip(job["inputs"], job["outputs"], strict=True):
            interpreter.reset_all_variables()
            read_inputs(interpreter, inputs)
            interpreter.invoke()
            with open(outputs, "wb") as file:
                for detail in interpreter.get_output_details():
                    file.write(interpreter.get_tensor(detail["index"]).tobytes())


main()
