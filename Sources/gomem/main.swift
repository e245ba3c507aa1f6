print("gomem")
