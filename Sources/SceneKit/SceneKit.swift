// SceneKit
